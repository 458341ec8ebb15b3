package org.hearsay.read.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Article;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.claim.Proposal.Status;
import org.junit.jupiter.api.Test;

/** Proposals as several outlets tell them: which accounts are of one, what each says of its terms, where it stood when. */
class AccountTest {
    private static final ClaimFinder CLAIMS = new ClaimFinder();

    @Test
    void aSumThatIsToldOtherwiseIsChangedAndATermThatIsLeftOutIsNotStated() {
        Account first = account("2026-03-02", """
                Norland offered Estmark a ferry deal on Monday, the transport ministry said.
                Under the offer, Norland would lease 12 ferries to Estmark for 20 years. Estmark would pay $40 million a year.""");
        Account second = account("2026-03-03", """
                Officials described the ferry deal that Norland has offered to Estmark.
                Norland's offer includes:
                A lease of 12 ferries for 20 years
                A payment of $55 million a year by Estmark
                Training for Estmark's crews""");
        Account third = account("2026-03-09", """
                Estmark accepted Norland's offer of a ferry deal on Sunday.
                Under the offer, Norland would lease 12 ferries to Estmark for 20 years.""");

        assertThat(first.apartFrom(second)).isEmpty();
        assertThat(first.apartFrom(third)).isEmpty();
        assertThat(shown(first, second, third))
                .containsExactly(
                        "lease 12 ferries to Estmark for 20 years | same | same",
                        "pay $40 million a year | changed in amount: A payment of $55 million a year by Estmark | not stated",
                        "not stated | added: Training for Estmark's crews | not stated");
        assertThat(standings(first, second, third)).containsExactly("OFFERED", "OFFERED", "ACCEPTED");
    }

    @Test
    void aDemandIsRejectedAndAnotherDemandOfTheSameUnionIsOneMoreTermOfIt() {
        Account first = account("2026-04-01", """
                The weavers' union demanded a pay rise of 8 per cent from Calder Mills on Wednesday.
                The union also demanded two more days of holiday.""");
        Account leaflet = account(
                "2026-04-02",
                "The weavers' union demanded a pay rise of 6 per cent from Calder Mills, according to a leaflet.");
        Account rejected = account(
                "2026-04-10", "Calder Mills rejected the weavers' union's demand for a pay rise of 8 per cent.");

        assertThat(first.parts()).hasSize(2);
        assertThat(first.apartFrom(leaflet)).isEmpty();
        assertThat(first.apartFrom(rejected)).isEmpty();
        assertThat(shown(first, leaflet, rejected))
                .contains("a pay rise of 8 per cent from Calder Mills"
                        + " | changed in amount: a pay rise of 6 per cent from Calder Mills | same");
        assertThat(rejected.standing()).isEqualTo(new Account.Standing(Status.REJECTED, false));
    }

    @Test
    void aBidIsRaisedThenWithdrawnAndTheWithdrawalDenied() {
        Account bid = account("2026-05-04", """
                Orrin Foods offered £2.1 billion for Tessel Dairy on Monday.
                The offer is conditional on the approval of regulators.""");
        Account raised = account("2026-05-11", "Orrin Foods has offered £2.4 billion for Tessel Dairy.");
        Account withdrawn = account("2026-05-20", "Orrin Foods withdrew its offer for Tessel Dairy on Wednesday.");
        Account denied = account("2026-05-20", "Orrin Foods denied that it had withdrawn its offer for Tessel Dairy.");

        assertThat(List.of(raised, withdrawn, denied))
                .allSatisfy(other -> assertThat(bid.apartFrom(other)).isEmpty());
        assertThat(shown(bid, raised))
                .containsExactly(
                        "£2.1 billion for Tessel Dairy | changed in amount: £2.4 billion for Tessel Dairy",
                        "the approval of regulators | not stated");
        assertThat(withdrawn.standing()).isEqualTo(new Account.Standing(Status.WITHDRAWN, false));
        assertThat(denied.standing()).isEqualTo(new Account.Standing(Status.WITHDRAWN, true));
    }

    @Test
    void aSeatOfGovernmentStandsForItsLand() {
        Account moscow = account("2026-06-01", """
                Moscow offered Kyiv a ceasefire of 30 days in the Black Sea.
                According to two diplomats, Moscow's proposal includes:
                An exchange of 500 prisoners
                Free passage for grain ships
                No inspection of ships under 5,000 tonnes""");
        Account kremlin = account("2026-06-01", """
                The Kremlin has offered Kyiv a ceasefire in the Black Sea.
                According to a spokesman, the offer includes:
                An exchange of 200 prisoners
                Free passage for grain ships""");
        Account rejected =
                account("2026-06-04", "Ukraine rejected Russia's offer of a ceasefire in the Black Sea on Thursday.");
        Account loan = account("2026-06-04", "Russia offered Belarus a loan of $600 million.");

        assertThat(moscow.apartFrom(kremlin)).isEmpty();
        assertThat(moscow.apartFrom(rejected)).isEmpty();
        assertThat(moscow.apartFrom(loan)).hasValue("to somebody else");
        assertThat(shown(moscow, kremlin, rejected))
                .containsExactly(
                        "An exchange of 500 prisoners | changed in amount: An exchange of 200 prisoners | not stated",
                        "Free passage for grain ships | same | not stated",
                        "No inspection of ships under 5,000 tonnes | not stated | not stated");
    }

    @Test
    void aLandGoesOnWithItsLeadersOfferButNotWhomItWasMadeTo() {
        String lead = "President Arkadi Belov has offered the United States a deal for nickel.\n";
        String terms = "\nMines for twenty years\nRelief from duties on steel";

        assertThat(accounts("2026-09-01", lead + "According to two diplomats, Moscow's proposal includes:" + terms))
                .hasSize(1);
        assertThat(accounts("2026-09-01", lead + "According to two diplomats, Washington's proposal includes:" + terms))
                .hasSize(2);
    }

    @Test
    void anotherDayIsAnotherTimeAndAnotherSiteAnotherPromise() {
        Account soon =
                account("2026-07-01", "The city council promised to build 400 homes on the old gasworks site by 2029.");
        Account late = account(
                "2026-07-02", "The city council has promised to build 400 homes on the old gasworks site by 2031.");
        Account school =
                account("2026-07-02", "The city council promised to build a school on the old barracks site by 2031.");

        assertThat(soon.apartFrom(late)).isEmpty();
        assertThat(soon.apartFrom(school)).hasValue("about something else");
        assertThat(shown(soon, late))
                .containsExactly("to build 400 homes on the old gasworks site by 2029"
                        + " | changed in time: to build 400 homes on the old gasworks site by 2031");
    }

    @Test
    void offersToTwoLandsAreTwoAndEachOutletMayKnowAnotherTerm() {
        Account tariff = account("2026-08-01", """
                Canada offered Japan nickel worth $900 million.
                The offer requires Japan to drop its tariff on timber.""");
        Account cars = account("2026-08-02", """
                Canada offered Japan nickel worth $900 million.
                The offer would exempt Japanese cars from duties.""");
        Account mexico = account("2026-08-03", "Canada offered Mexico nickel worth $300 million.");

        assertThat(tariff.apartFrom(cars)).isEmpty();
        assertThat(tariff.apartFrom(mexico)).hasValue("to somebody else");
        assertThat(shown(tariff, cars))
                .contains("Japan to drop its tariff on timber | not stated")
                .contains("not stated | added: exempt Japanese cars from duties");
    }

    @Test
    void apartnessIsSymmetricAndAYearLaterIsAnotherRound() {
        Account now = account("2026-05-04", "Orrin Foods offered £2.1 billion for Tessel Dairy.");
        Account then = account("2025-05-04", "Orrin Foods offered £2.1 billion for Tessel Dairy.");

        assertThat(now.apartFrom(then)).hasValue("months apart");
        assertThat(then.apartFrom(now)).hasValue("months apart");
        assertThat(now.apartFrom(now)).isEmpty();
    }

    private static Account account(String day, String text) {
        List<Account> accounts = accounts(day, text);
        assertThat(accounts).as(text).hasSize(1);
        return accounts.get(0);
    }

    private static List<Account> accounts(String day, String text) {
        Article article = Said.article(
                "a" + text.hashCode(), text, Optional.empty(), Optional.of(Instant.parse(day + "T08:00:00Z")));
        List<Claim> claims = CLAIMS.claimsIn(Said.read(article)).claims();
        return Account.in(article, claims);
    }

    private static List<String> shown(Account... accounts) {
        return TermTable.of(List.of(accounts)).rows().stream()
                .map(row -> String.join(
                        " | ", row.cells().stream().map(AccountTest::shown).toList()))
                .toList();
    }

    private static String shown(TermTable.Cell cell) {
        String changed = cell.changed().isEmpty() ? "" : " in " + String.join(" and ", cell.changed());
        return switch (cell.telling()) {
            case STATED -> cell.words();
            case SAME -> "same";
            case CHANGED -> "changed" + changed + ": " + cell.words();
            case ADDED -> "added" + changed + ": " + cell.words();
            case NOT_STATED -> "not stated";
        };
    }

    private static List<String> standings(Account... accounts) {
        return List.of(accounts).stream()
                .map(account -> account.standing().status().toString())
                .toList();
    }
}
