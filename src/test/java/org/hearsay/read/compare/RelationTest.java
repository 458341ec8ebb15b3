package org.hearsay.read.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Term;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.compare.Relation.Kind;
import org.hearsay.read.language.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationTest {
    private final Comparer comparer = new Comparer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Amounts of one thing
                "DIFFERS   | China controls nearly 60% of global production. | China accounts for 70 percent of global"
                        + " production.",
                "DIFFERS   | China controls nearly 60% of global production and 85% of refining capabilities. | China"
                        + " makes up 70% of global production of rare earths.",
                "DIFFERS   | The fund lost $1.2 million in 2013. | In 2013 the fund lost $3.4 million.",
                "DIFFERS   | The flood damaged between 20 and 25 houses. | The flood damaged 60 houses.",
                "DIFFERS   | The bridge is 3 miles long. | The bridge is 3 kilometres long.",
                "DIFFERS   | The storm killed 12 people in the town. | Thirty people in the town were killed by the"
                        + " storm.",
                "DIFFERS   | A ferry sank off Italy and 34 died. | A ferry sank off Italy, leaving 51 dead.",
                "DIFFERS   | Unemployment rose to 7.1% in Spain. | In Spain, unemployment rose to 8.3%.",
                // Other things, bearers, periods, units
                "UNRELATED | China controls 60% of global production. | China controls 85% of refining capabilities.",
                "UNRELATED | Unemployment rose to 7.1% in Spain. | Unemployment rose to 4.8% in Germany.",
                "UNRELATED | The fund lost $1.2 million in 2013. | The fund lost $3.4 million in 2014.",
                "UNRELATED | The storm killed 12 people in the town. | The storm injured 30 people in the town.",
                "UNRELATED | From 2007 through 2014 the couple paid an effective tax rate of 31.5 percent. | The couple's"
                        + " effective tax rate for 2014 was 35.7 percent.",
                "UNRELATED | The bank will cut 4,000 jobs in London. | The bank will cut 4% of costs in London.",
                "UNRELATED | John Miller won 54% of the vote. | Paul Jones won 41% of the vote.",
                "UNRELATED | Sales of tablets fell 8% in the quarter. | Profit on tablets fell 15% in the quarter.",
                "UNRELATED | The attack cut 60% of mining at the site. | The attack cut 85% of refining at the site.",
                "UNRELATED | The museum sold 3,000 tickets on Saturday. | The museum sold 5,200 tickets on Sunday.",
                "UNRELATED | Norland stocks close down 0.3% | Norland stocks close down 2.1%",
                "UNRELATED | The rate was raised from 2%. | The rate was raised to 2.75%.",
                "UNRELATED | 28 die in Dhaka protest | 2 killed in Dhaka protest",
                "SAME      | Norland is one of 12 states that does not have the penalty. | Norland is one of"
                        + " twelve states without the penalty.",
                "UNRELATED | The council approved the budget. | A storm closed the harbour for two days.",
                // Bounds that meet
                "SAME      | China controls nearly 60% of global production. | China controls 59.7 percent of global"
                        + " production.",
                "SAME      | More than 50 people were arrested at the rally. | Police arrested 63 people at the rally.",
                "SAME      | The couple paid an effective tax rate of 35.72 percent. | The couple paid an effective"
                        + " tax rate of about 36 percent.",
                "SAME      | The fire has spread over 10 miles of coast. | The fire has spread over 16 kilometres of"
                        + " coast.",
                "SAME      | The storm killed 12 people in the town. | Twelve people in the town were killed by the"
                        + " storm.",
                "SAME      | The suit could cover 500,000 to 1.6 million women. | The suit could cover as many as 1.5"
                        + " million women.",
                // What is said of a thing is more than that there is one
                "UNRELATED | Norland offered Westmark two ferries. | Norland's offer of two ferries to Westmark is smaller"
                        + " than expected.",
                "UNRELATED | Loans for three bakeries in Lindsay. | Loans for three bakeries in Lindsay remain the heart of"
                        + " the plan.",
                "SAME      | Norland offered Westmark two ferries. | An offer of two ferries was made to Westmark by Norland.",
                "SAME      | The bridge across the Lind is closed. | The bridge across the Lind, which is the oldest, is"
                        + " closed.",
                // What was done with money, what stands before a colon, a rounding that is said, what else is told
                "DIFFERS   | Norland Steel earned $212 million in adjusted income in 2019. | In 2019 Norland Steel earned"
                        + " roughly $215 million.",
                "UNRELATED | Norland Steel earned $212 million in adjusted income in 2019. | In 2019 Norland Steel paid"
                        + " $215 million.",
                "SAME      | Norland Steel earned $214 million in adjusted income in 2019. | In 2019 Norland Steel earned"
                        + " roughly $215 million.",
                "SAME      | Miller paid $20,000 to have the old boat repaired. | Miller paid thousands of dollars to have the"
                        + " old boat repaired.",
                "DIFFERS   | The couple's effective income tax rate for 2014 was 31.4 percent. | The couple gave what it"
                        + " said was its 2014 income tax rate: 28 percent.",
                "SAME      | The couple paid an effective tax rate of 31.4 percent and gave 9 percent of its wages to"
                        + " schools. | The couple's effective tax rate was 31.4 percent, and 52 percent of the board"
                        + " approved.",
                // Words
                "SAME      | The ministry closed the border crossing on Friday. | On Friday the border crossing was"
                        + " closed by the ministry.",
                "SAME      | Russia launched a new attack on the port. | A new attack on the port was launched by"
                        + " Russia.",
                // Actors
                "DIFFERS   | The Biden administration has met Putin's proposal with skepticism. | The Trump"
                        + " administration met Putin's proposal with scepticism.",
                "UNRELATED | The Biden administration has met Putin's proposal with skepticism. | The Biden"
                        + " administration announced new tariffs on steel.",
            })
    void statementsRelate(Kind expected, String a, String b) {
        Relation relation = comparer.relation(Said.that(a), Said.that(b));

        assertThat(relation.kind()).as(relation.toString()).isEqualTo(expected);
        assertThat(relation.differences().isEmpty()).isEqualTo(expected != Kind.DIFFERS);
        assertThat(relation.why()).isNotEmpty();
        assertMirrors(Said.that(a), Said.that(b));
        if (expected != Kind.UNRELATED) {
            Set<String> shared = new TreeSet<>(comparer.keys(Said.that(a)));
            shared.retainAll(comparer.keys(Said.that(b)));
            assertThat(shared.size() > 1 || shared.stream().anyMatch(Comparer::isEnough))
                    .as("found by " + shared)
                    .isTrue();
        }
    }

    @Test
    void aNameWithOneWordIsNoReasonToCompareTwo() {
        Set<String> shared = new TreeSet<>(
                comparer.keys(Said.that("Putin met the old king of a neighbouring land in his summer residence.")));
        shared.retainAll(comparer.keys(
                Said.that("On Friday evening a delegation of angry farmers met Putin behind closed doors.")));

        assertThat(shared).containsExactly("e:putin:meet").noneMatch(Comparer::isEnough);
        assertThat(comparer.keys(Said.that("85% of refining"))).allMatch(Comparer::isEnough);
    }

    @Test
    void anAmountIsSaidForAReader() {
        Statement a = Said.that("China controls nearly 60% of global production and 85% of refining capabilities.");
        Statement b = Said.that("China accounts for 70% of global production.");

        assertThat(comparer.relation(a, b).differences())
                .singleElement()
                .satisfies(d -> assertThat(d.inWords()).isEqualTo("about 60% / 70% of global production"));
        assertThat(comparer.relation(b, a).differences())
                .singleElement()
                .satisfies(d -> assertThat(d.inWords()).isEqualTo("70% / about 60% of global production"));
    }

    @Test
    void anotherActorIsNamed() {
        Relation relation = comparer.relation(
                Said.that("The Biden administration has met Putin's proposal with skepticism."),
                Said.that("The Trump administration met Putin's proposal with scepticism."));

        assertThat(relation.differences()).singleElement().isInstanceOfSatisfying(Difference.Actor.class, d -> {
            assertThat(d.inWords()).isEqualTo("Biden administration / Trump administration");
        });
    }

    @Test
    void aDenialContradictsWhatItDenies() {
        String words = "The company sold the drones to the army.";
        Relation relation = comparer.relation(
                Said.that(words), Said.that("The company did not sell the drones to the army.", Stance.ASSERTED, true));

        assertThat(relation.kind()).isEqualTo(Kind.CONTRADICTS);
        assertThat(relation.differences())
                .singleElement()
                .isInstanceOfSatisfying(
                        Difference.Denial.class, d -> assertThat(d.inWords()).isEqualTo("asserted / denied"));
        assertThat(comparer.relation(Said.that(words), Said.that("The army bought bread.", Stance.ASSERTED, true))
                        .kind())
                .isEqualTo(Kind.UNRELATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to say who had carried the letter to Northgate | A trader carried the letter to Northgate.",
                "that it had withdrawn its letter to Northgate   | The council of Northgate answered its letter.",
                "that it had withdrawn its letter to Northgate   | A letter to Northgate would change little.",
            })
    void whatIsDeniedMustBeWhatIsAsserted(String denied, String asserted) {
        Relation relation = comparer.relation(Said.that(denied, Stance.ASSERTED, true), Said.that(asserted));

        assertThat(relation.kind()).as(relation.toString()).isEqualTo(Kind.UNRELATED);
    }

    @Test
    void aLongerCutOfADeniedQuotationIsNotItsContrary() {
        Statement cut = Said.that("I don't want to sell the harbour company.", Stance.ASSERTED, true);
        Statement whole = Said.that("I told them so because I don’t want to sell the harbour company.");

        assertThat(comparer.relation(cut, whole).kind()).isEqualTo(Kind.UNRELATED);
    }

    @Test
    void twoCutsOfOneQuotationAreEquallySure() {
        String words = "A sharp shock would stop the angry bear of Brennick.";
        Statement hedged = Said.quoted(words, Stance.CONDITIONAL);

        assertThat(comparer.relation(hedged, Said.quoted(words, Stance.ASSERTED))
                        .kind())
                .isEqualTo(Kind.SAME);
        assertThat(comparer.relation(hedged, Said.that(words)).kind()).isEqualTo(Kind.DIFFERS);
    }

    @Test
    void whatSaysNoOnBothSidesDeniesNothing() {
        String cut = "Nothing was done to her, and he lost his house and his post.";
        String whole = "She lied many times, nothing was done to her, and he lost his house and his post.";

        Relation relation = comparer.relation(Said.that(cut, Stance.ASSERTED, true), Said.that(whole));

        assertThat(relation.kind()).isEqualTo(Kind.UNRELATED);
        assertThat(relation.why()).contains("the other side says no in other words");
    }

    @Test
    void aDeniedPossibilityDoesNotContradictAFact() {
        String words = "The company sold the drones to the army.";

        assertThat(comparer.relation(Said.that(words, Stance.POSSIBLE, false), Said.that(words, Stance.ASSERTED, true))
                        .kind())
                .isEqualTo(Kind.UNRELATED);
    }

    @Test
    void aNoteTakesBackWhatItRepeatsAndNothingElse() {
        Statement note = Said.that("the mill at Lindsay employs 420 people", Stance.ASSERTED, true);

        assertThat(comparer.takesBack(note, Said.that("The mill at Lindsay employs 420 people.")))
                .isTrue();
        assertThat(comparer.takesBack(note, Said.that("The mill at Lindsay employs 240 people.")))
                .isFalse();
        assertThat(comparer.takesBack(note, Said.that("The bridge at Lindsay was closed for a week.")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "12 12 12 12",
                "7",
                "...",
                "The of and.",
                "\u5317\u4eac 60% \u2026",
                "2,400,000,000,000,000,000,000 tonnes"
            })
    @Timeout(120)
    void oddStatementsAreAnsweredAndMirror(String odd) {
        for (Statement other : List.of(
                Said.that(odd, Stance.ASSERTED, true),
                Said.that("The council approved the budget."),
                Said.that("China controls 60% of global production."))) {
            assertMirrors(Said.that(odd), other);
        }
    }

    @Test
    @Timeout(120)
    void fiftyThousandWordsAreComparedAtOnce() {
        Statement endless = Said.that("The mill at Lindsay sold 420 tonnes of 3 kinds of paper. ".repeat(5_000));

        assertMirrors(endless, Said.that("The mill at Lindsay employs 420 people."));
        assertThat(comparer.keys(endless)).hasSizeLessThan(80);
    }

    @Test
    void aDateThatIsAbsentOrAheadHindersNoComparison() {
        String dead = "A ferry sank off Italy and 34 died.";
        Statement ahead = Said.at("2999-01-01T00:00:00Z", dead);

        assertThat(comparer.relation(Said.that(dead), ahead).kind()).isEqualTo(Kind.SAME);
        assertThat(comparer.relation(ahead, Said.that("A ferry sank off Italy and 37 died."))
                        .kind())
                .isEqualTo(Kind.DIFFERS);
    }

    @Test
    void aPossibilityIsNotAFact() {
        String words = "The ministry will close the border crossing at Northgate.";
        Relation relation = comparer.relation(Said.that(words), Said.that(words, Stance.POSSIBLE, false));

        assertThat(relation.kind()).isEqualTo(Kind.DIFFERS);
        assertThat(relation.differences())
                .singleElement()
                .isInstanceOfSatisfying(
                        Difference.Certainty.class, d -> assertThat(d.inWords()).isEqualTo("asserted / possible"));
        assertThat(comparer.relation(Said.that(words), Said.that(words, Stance.ASKED, false))
                        .kind())
                .isEqualTo(Kind.UNRELATED);
    }

    @Test
    void aLaterAndHigherCountIsCalledAnUpdate() {
        Statement first = Said.at("2026-11-20T08:00:00Z", "A ferry sank off Italy and 34 died.");
        Statement later = Said.at("2026-11-20T20:00:00Z", "A ferry sank off Italy and 51 died.");
        Statement lower = Said.at("2026-11-20T20:00:00Z", "A ferry sank off Italy and 12 died.");

        assertThat(comparer.relation(first, later).why()).anyMatch(why -> why.contains("update"));
        assertThat(comparer.relation(later, first).why()).anyMatch(why -> why.contains("update"));
        assertThat(comparer.relation(first, lower).why()).noneMatch(why -> why.contains("update"));
    }

    @Test
    void theDeadOfAnotherWeekAreOthers() {
        Statement first = Said.at("2026-11-01T08:00:00Z", "A roadside bomb in Iraq killed 4 people.");
        Statement other = Said.at("2026-11-20T08:00:00Z", "A roadside bomb in Iraq killed 23 people.");

        assertThat(comparer.relation(first, other).kind()).isEqualTo(Kind.UNRELATED);
    }

    @Test
    void termsOfOneProposalAreHeldAgainstEachOther() {
        String intro = "The minister offered Norland a grain deal. ";
        Statement four = offer(
                "a",
                intro,
                "joint ownership of the mills",
                "payment of 40 percent in advance",
                "free passage of ships");
        Statement three = offer("b", intro, "joint ownership of all mills", "payment of 25 percent in advance");

        Relation relation = comparer.relation(four, three);

        assertThat(relation.kind()).isEqualTo(Kind.DIFFERS);
        assertThat(relation.differences())
                .extracting(Difference::inWords)
                .containsExactly(
                        "payment of 40 percent in advance / payment of 25 percent in advance",
                        "free passage of ships / not mentioned");
        assertThat(comparer.relation(three, four).differences())
                .extracting(Difference::inWords)
                .containsExactlyInAnyOrder(
                        "payment of 25 percent in advance / payment of 40 percent in advance",
                        "not mentioned / free passage of ships");
        assertThat(comparer.relation(
                                four,
                                offer(
                                        "c",
                                        intro,
                                        "joint ownership of the mills",
                                        "payment of 40 percent in advance",
                                        "free passage of ships"))
                        .kind())
                .isEqualTo(Kind.SAME);
        assertThat(comparer.keys(four)).containsAnyElementsOf(comparer.keys(three));
    }

    @Test
    void anAmountOfATermIsHeldAgainstThatOfItsKind() {
        String intro = "The minister offered Norland a grain deal. ";
        Statement more = offer("a", intro, "contracts over fifteen years for 8,000 tonnes of wheat");
        Statement less = offer("b", intro, "contracts over fifteen years for 5,000 tonnes of wheat");

        assertThat(comparer.relation(more, less).differences())
                .extracting(Difference::inWords)
                .containsExactly("contracts over fifteen years for 8,000 tonnes of wheat"
                        + " / contracts over fifteen years for 5,000 tonnes of wheat");
    }

    @Test
    void everyRelationMirrors() {
        List<Statement> all = new ArrayList<>();
        for (String sentence : List.of(
                "China controls nearly 60% of global production and 85% of refining capabilities.",
                "China accounts for 70% of global production.",
                "The storm killed 12 people and injured 30 in the town.",
                "The storm killed 30 people and injured 12 in the town.",
                "12 12 12 12",
                "no",
                "The Biden administration has met Putin's proposal with skepticism.",
                "The Trump administration met Putin's proposal with scepticism.")) {
            for (Stance stance : Stance.values()) {
                all.add(Said.that(sentence, stance, false));
                all.add(Said.that(sentence, stance, true));
            }
        }
        for (Statement a : all) {
            assertThat(comparer.keys(a))
                    .allMatch(k -> k.length() <= 60 && k.equals(k.toLowerCase(java.util.Locale.ROOT)));
            for (Statement b : all) {
                assertMirrors(a, b);
            }
        }
    }

    private void assertMirrors(Statement a, Statement b) {
        Relation one = comparer.relation(a, b);
        Relation other = comparer.relation(b, a);
        assertThat(other).isEqualTo(one.mirrored());
        assertThat(one.mirrored().mirrored()).isEqualTo(one);
    }

    private static Statement offer(String id, String intro, String... terms) {
        String text = intro + String.join("; ", terms) + ".";
        Article article = Said.article(id, text, Optional.empty(), Optional.empty());
        List<Quantity> quantities = Said.read(article).quantities();
        List<Term> made = new ArrayList<>();
        for (String term : terms) {
            Span span = new Span(text.indexOf(term), text.indexOf(term) + term.length());
            made.add(new Term(
                    List.of(span),
                    Term.Kind.GIVES,
                    quantities.stream().filter(q -> span.contains(q.span())).toList()));
        }
        Proposal proposal = new Proposal(
                Proposal.Act.OFFER,
                Proposal.Status.OFFERED,
                List.of(new Span(13, 20)),
                List.of(new Span(4, 12)),
                List.of(),
                List.of(new Span(text.indexOf("grain"), text.indexOf("grain") + 10)),
                List.of(),
                made);
        Claim claim = new Claim(
                new ClaimId(id),
                List.of(new Span(0, intro.length() - 2)),
                new Span(0, text.length()),
                List.of(),
                List.of(),
                Quotation.NONE,
                List.of(new Voice.Outlet("The Post")),
                Stance.PROPOSED,
                false,
                List.of(),
                List.of(),
                Optional.of(proposal),
                1,
                "test");
        return new Statement(claim, article);
    }
}
