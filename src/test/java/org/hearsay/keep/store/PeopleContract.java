package org.hearsay.keep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearsay.keep.store.Samples.NOON;
import static org.hearsay.keep.store.Samples.claim;
import static org.hearsay.keep.store.Samples.fingerprint;
import static org.hearsay.keep.store.Samples.letter;
import static org.hearsay.keep.store.Samples.stored;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.keep.store.Deliveries.State;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.SavedWatch;
import org.hearsay.keep.store.Watches.Standing;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;
import org.junit.jupiter.api.Test;

/** What every {@link Store} does for those who read, and for what they say is wrong. */
abstract class PeopleContract extends OpenStore {
    @Test
    void watchesAndRecipientsComeBack() {
        Watches watches = store.watches();
        watches.save(new SavedWatch("earths", "\"rare earth\""));
        watches.save(new SavedWatch("a", "x"));
        watches.save(new SavedWatch("earths", "rare AND earth"));
        assertThat(watches.watches())
                .containsExactly(new SavedWatch("a", "x"), new SavedWatch("earths", "rare AND earth"));
        assertThat(watches.watch("a")).contains(new SavedWatch("a", "x"));
        assertThat(watches.removeWatch("a")).isTrue();
        assertThat(watches.removeWatch("a")).isFalse();
        Recipient recipient =
                new Recipient("a@example.org", ZoneId.of("Europe/Berlin"), 7, List.of("earths", "b"), false);
        Recipient paused = new Recipient("a@example.org", ZoneId.of("+05:30"), 0, List.of(), true);
        watches.save(recipient);
        assertThat(watches.recipients()).containsExactly(recipient);
        watches.save(paused);
        assertThat(watches.recipients()).containsExactly(paused);
        Recipient weekdays = new Recipient(
                "a@example.org",
                ZoneId.of("UTC"),
                23,
                Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                List.of(),
                Standing.SUSPENDED,
                "550 no such user");
        String secret = watches.token("a@example.org").orElseThrow();
        watches.save(weekdays);
        assertThat(watches.recipient("a@example.org")).contains(weekdays);
        assertThat(watches.token("a@example.org")).as("outlives an edit").contains(secret);
        assertThat(watches.byToken(secret)).contains(weekdays);
        assertThat(watches.byToken("")).isEmpty();
        assertThat(watches.token("nobody@example.org")).isEmpty();
        assertThat(watches.standing("a@example.org", Standing.ACTIVE, "")).isTrue();
        assertThat(watches.recipients()).singleElement().matches(r -> !r.paused() && r.hour() == 23);
        assertThat(watches.standing("nobody@example.org", Standing.ACTIVE, "")).isFalse();
        assertThat(watches.removeRecipient("a@example.org")).isTrue();
        assertThat(watches.removeRecipient("a@example.org")).isFalse();
    }

    @Test
    void aLetterIsPreparedOnceForItsDay() {
        Deliveries deliveries = store.deliveries();
        LetterRow first = letter("<1@h>", "earths", LocalDate.of(2026, 11, 23));
        assertThat(deliveries.prepare(first)).isTrue();
        assertThat(deliveries.prepare(letter("<2@h>", "earths", LocalDate.of(2026, 11, 23))))
                .isFalse();
        LetterRow second = letter("<3@h>", "earths", LocalDate.of(2026, 11, 24));
        assertThat(deliveries.prepare(second)).isTrue();
        assertThat(deliveries.prepare(letter("<4@h>", "other", LocalDate.of(2026, 11, 24))))
                .as("one a day, about whatever")
                .isFalse();
        assertThat(deliveries.find("a@example.org", first.day())).contains(first);
        assertThat(deliveries.has("a@example.org", first.day())).isTrue();
        assertThat(deliveries.has("a@example.org", first.day().minusDays(1))).isFalse();
        assertThat(deliveries.unsent()).containsExactly(first, second);
        assertThat(deliveries.unsent("b@example.org")).isEmpty();
        assertThat(deliveries.latest(1)).containsExactly(second);
    }

    @Test
    void onlyWhatWasSentCountsAsTold() {
        Deliveries deliveries = store.deliveries();
        LetterRow first = letter("<1@h>", "", LocalDate.of(2026, 11, 23));
        LetterRow second = letter("<2@h>", "", LocalDate.of(2026, 11, 24));
        deliveries.prepare(first);
        deliveries.prepare(second);
        Instant late = second.to().plusSeconds(1);
        assertThat(deliveries.lastWindowEnd("a@example.org", late)).isEmpty();
        deliveries.settle(first, State.SENT, false, NOON, Optional.empty());
        deliveries.settle(second, State.REFUSED, false, NOON, Optional.of("no"));
        assertThat(deliveries.lastWindowEnd("a@example.org", late)).contains(first.to());
        assertThat(deliveries.lastWindowEnd("b@example.org", late)).isEmpty();
        assertThat(deliveries.lastWindowEnd("a@example.org", first.to().minusSeconds(1)))
                .as("told by a clock that ran ahead")
                .isEmpty();
        assertThat(deliveries.lastSign("a@example.org")).contains(first.day());
    }

    @Test
    void aLetterIsClaimedByOneAndAnAmbiguousOneIsMarked() {
        Deliveries deliveries = store.deliveries();
        LetterRow seen = letter("<1@h>", "", LocalDate.of(2026, 11, 23));
        deliveries.prepare(seen);
        LetterRow claimed = deliveries.claim(seen, NOON).orElseThrow();
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(claimed.ambiguous()).isFalse();
        assertThat(deliveries.claim(seen, NOON)).as("another has it").isEmpty();
        // as after a crash, when it is found so
        LetterRow again = deliveries.claim(claimed, NOON).orElseThrow();
        assertThat(again.ambiguous()).isTrue();
        assertThat(deliveries.settle(claimed, State.SENT, false, NOON, Optional.empty()))
                .as("no longer ours")
                .isFalse();
        assertThat(deliveries.settle(again, State.SENT, false, NOON.plusSeconds(1), Optional.empty()))
                .isTrue();
        assertThat(deliveries.unsent()).isEmpty();
        LetterRow sent = deliveries.latest(9).get(0);
        assertThat(sent.state()).isEqualTo(State.SENT);
        assertThat(sent.ambiguous()).isTrue();
        assertThat(sent.changed()).isEqualTo(NOON.plusSeconds(1));
        assertThat(deliveries.claim(sent, NOON)).isEmpty();
    }

    @Test
    void whatADeadProcessWasSendingIsFreedAndMarked() {
        Deliveries deliveries = store.deliveries();
        LetterRow seen = letter("<1@h>", "", LocalDate.of(2026, 11, 23));
        deliveries.prepare(seen);
        assertThat(deliveries.abandon(NOON)).isZero();
        deliveries.claim(seen, NOON);
        assertThat(deliveries.abandon(NOON)).isEqualTo(1);
        assertThat(deliveries.unsent())
                .singleElement()
                .matches(l -> l.state() == State.PREPARED && l.ambiguous() && l.attempts() == 1);
    }

    @Test
    void whoeverWantsNoMoreLettersGetsNoneThatWait() {
        store.watches().save(new Recipient("a@example.org", ZoneId.of("UTC"), 7, List.of(), false));
        store.deliveries().prepare(letter("<1@h>", "", LocalDate.of(2026, 11, 23)));
        store.watches().standing("a@example.org", Standing.UNSUBSCRIBED, "");
        assertThat(store.deliveries().unsent()).isEmpty();
        assertThat(store.deliveries().latest(1)).singleElement().matches(l -> l.state() == State.GIVEN_UP);
    }

    @Test
    void correctionsComeBackInTheirOrder() {
        Correction one = new Correction(new ClaimId("c1"), "voice", "it was she", NOON);
        Correction two = new Correction(new ClaimId("c2"), "stance", "possible", NOON);
        store.corrections().add(one);
        store.corrections().add(two);
        assertThat(store.corrections().all()).containsExactly(one, two);
        assertThat(store.corrections().of(new ClaimId("c1"))).containsExactly(one);
    }

    @Test
    void ofTwoCorrectionsOfOneThingTheLastHoldsUntilItIsTakenBack() {
        ClaimId id = new ClaimId("c1");
        store.corrections().add(new Correction(id, "voice", "Ann Hill", NOON));
        Correction last = new Correction(id, "voice", "Bea Hill", NOON.plusSeconds(1));
        store.corrections().add(last);
        assertThat(store.corrections().all()).containsExactly(last);
        store.corrections().takeBack(id, "stance", NOON);
        assertThat(store.corrections().of(id)).containsExactly(last);
        store.corrections().takeBack(id, "voice", NOON);
        assertThat(store.corrections().all()).isEmpty();
        assertThatThrownBy(() -> new Correction(id, "stance", "surely", NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClaimComesBackAsItWasCorrectedAndSurvivesARebuild() {
        StoredClaim read = claim("a", "sixty", 1, NOON);
        ClaimId id = read.claim().id();
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        store.claims().put(read, Set.of("k"));
        store.indexQueue().done(store.indexQueue().next(9));

        store.corrections().add(new Correction(id, "voice", "Ann Hill", NOON));
        store.corrections().add(new Correction(id, "stance", "possible", NOON));
        store.forgetDerived();
        store.articles().add(stored("a", 1, NOON), fingerprint(Optional.empty(), 1));
        store.claims().put(read, Set.of("k"));

        StoredClaim corrected = store.claims().claim(id).orElseThrow();
        assertThat(corrected.claim().speaker()).isInstanceOf(Voice.Named.class);
        assertThat(((Voice.Named) corrected.claim().speaker()).name()).isEqualTo("Ann Hill");
        assertThat(corrected.claim().stance()).isEqualTo(Stance.POSSIBLE);
        assertThat(store.indexQueue().size()).isEqualTo(1);
        assertThat(store.claims().of(read.article())).containsExactly(corrected);

        store.corrections().add(new Correction(id, "not a claim", "", NOON));
        assertThat(store.claims().claim(id).orElseThrow().state()).isEqualTo(StoredClaim.State.DISMISSED);
        for (String what : new String[] {"voice", "stance", "not a claim"}) {
            store.corrections().takeBack(id, what, NOON);
        }
        assertThat(store.claims().claim(id)).contains(read);
    }
}
