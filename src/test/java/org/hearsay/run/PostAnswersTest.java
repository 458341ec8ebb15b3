package org.hearsay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.Standing;
import org.hearsay.tell.mail.Delivery;
import org.hearsay.tell.mail.Letter;
import org.junit.jupiter.api.Test;

/** What becomes of letters that a mail server does not simply take. */
class PostAnswersTest extends AtThePostOffice {
    private static final Delivery NO_SUCH_USER = new Delivery.Refused(true, "550 no such user");
    private static final Delivery SPAM = new Delivery.Refused(false, "554 looks like spam");
    private static final Delivery UNCLEAR = new Delivery.Unclear("hung up");

    @Test
    void whatAGivenUpLetterHeldIsToldByTheNext() {
        reader("UTC", 7);
        at("2026-11-20T07:00:00Z");
        server = letter -> LATER;
        through("2026-11-21T07:00:00Z", "2026-11-22T06:59:00Z");
        assertThat(rows()).last().matches(row -> row.state() == State.RETRY && row.attempts() > 20);
        server = letter -> TAKEN;
        through("2026-11-22T07:00:00Z", "2026-11-22T12:00:00Z");
        assertThat(windows())
                .containsExactly(
                        "2026-11-19T07:00:00Z to 2026-11-20T07:00:00Z", "2026-11-20T07:00:00Z to 2026-11-22T07:00:00Z");
        assertThat(rows().get(1).state()).isEqualTo(State.GIVEN_UP);
        assertThat(rows().get(1).problem())
                .hasValueSatisfying(
                        p -> assertThat(p).contains("the letter of 2026-11-22 covers it", "451 greylisted"));
    }

    @Test
    void aLetterRefusedForWhatItIsSuspendsNobodyAndIsCoveredByTheNext() {
        reader("UTC", 7);
        at("2026-11-20T07:00:00Z");
        server = letter -> SPAM;
        at("2026-11-21T07:00:00Z");
        at("2026-11-21T12:00:00Z");
        server = letter -> TAKEN;
        at("2026-11-22T07:00:00Z");
        assertThat(rows()).extracting(LetterRow::state).containsExactly(State.SENT, State.REFUSED, State.SENT);
        assertThat(windows()).last().isEqualTo("2026-11-20T07:00:00Z to 2026-11-22T07:00:00Z");
    }

    @Test
    void anAddressThatIsRefusedIsSuspendedWithAWordAndOthersGetTheirs() {
        store.watches().save(new Recipient("a@example.org", ZoneId.of("UTC"), 7, List.of(), false));
        store.watches().save(new Recipient("b@example.org", ZoneId.of("UTC"), 7, List.of(), false));
        server = letter -> letter.to().startsWith("a@") ? NO_SUCH_USER : TAKEN;
        at("2026-11-20T07:00:00Z");
        at("2026-11-21T07:00:00Z");
        Recipient gone = store.watches().recipient("a@example.org").orElseThrow();
        assertThat(gone.standing()).isEqualTo(Standing.SUSPENDED);
        assertThat(gone.note()).isEqualTo("the mail server refuses the address: 550 no such user");
        assertThat(rows()).filteredOn(row -> row.recipient().startsWith("a@")).hasSize(1);
        assertThat(taken).extracting(Letter::to).containsExactly("b@example.org", "b@example.org");
        // Mended: the next covers what he missed.
        store.watches().standing("a@example.org", Standing.ACTIVE, "");
        server = letter -> TAKEN;
        at("2026-11-22T07:00:00Z");
        assertThat(taken).extracting(Letter::to).contains("a@example.org");
    }

    @Test
    void anUnclearLetterIsSentOnceMoreUnderItsIdAndMarked() {
        reader("UTC", 7);
        server = letter -> UNCLEAR;
        at("2026-11-20T07:00:00Z");
        assertThat(rows()).singleElement().matches(row -> row.state() == State.RETRY && row.ambiguous());
        server = letter -> TAKEN;
        at("2026-11-20T07:02:00Z");
        at("2026-11-20T09:00:00Z");
        assertThat(rows()).singleElement().matches(row -> row.state() == State.SENT && row.ambiguous());
        assertThat(taken)
                .extracting(Letter::messageId)
                .containsExactly(rows().get(0).messageId());
    }

    @Test
    void whatMayHaveArrivedIsSentToItsEndBeforeTheNextIsWritten() {
        reader("UTC", 7);
        at("2026-11-20T07:00:00Z");
        server = letter -> UNCLEAR;
        at("2026-11-21T07:00:00Z");
        // Off until the next morning.
        server = letter -> TAKEN;
        at("2026-11-22T07:00:00Z");
        assertThat(windows())
                .containsExactly(
                        "2026-11-19T07:00:00Z to 2026-11-20T07:00:00Z",
                        "2026-11-20T07:00:00Z to 2026-11-21T07:00:00Z",
                        "2026-11-21T07:00:00Z to 2026-11-22T07:00:00Z");
    }
}
