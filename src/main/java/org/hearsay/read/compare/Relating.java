package org.hearsay.read.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.compare.Relation.Kind;
import org.hearsay.read.language.NameType;

/**
 * Holds two statements against each other, slot by slot. It is silent where a slot that both would need is not said:
 * a difference that is none costs a reader's trust, one that is missed costs a look.
 */
final class Relating {
    /** Share of the words that two wordings of one assertion have in common; reports of unlike things have less. */
    private static final double SAME_WORDS = 0.68;

    /** Below it nothing is said by words alone: neither the same nor its denial. */
    private static final double LEAST_WORDS = 0.5;
    /** Share of the words beside names that is said of two actors. */
    private static final double OF_ACTORS = 0.55;

    private static final Comparator<Statement> ORDER = Comparator.comparing(
                    (Statement s) -> s.claim().id())
            .thenComparing(s -> s.article().id())
            .thenComparing(s -> s.article().text())
            .thenComparing(Statement::words);

    /** Stems of verbs that undo what they are said of, as a "not" does. */
    private static final Set<String> UNDOING =
            Set.of("cancel", "scrap", "avoid", "prevent", "block", "postpon", "delay", "withhold", "reject", "oppos");

    /** Stems of words that say no without denying: "does not have", "without", "lied, and nothing happened to her". */
    private static final Set<String> WANTING = Stream.of(
                    "without", "no", "lack", "neither", "nor", "none", "nothing", "nobody", "never", "hardly", "fail")
            .map(Words::stem)
            .collect(Collectors.toUnmodifiableSet());

    /** In a longer cut of a quotation the denied clause is one of several: "I did it because I don't want to". */
    private static final Pattern NOT = Pattern.compile("\\b(?:not|cannot)\\b|n['’]t\\b", Pattern.CASE_INSENSITIVE);

    /** Stems of verbs that make another claim of the same things: an offer rejected is not an offer made. */
    private static final Set<String> TURNS = Set.of("reject", "withdraw", "resum", "cancel", "refus", "postpon");

    private final Slots a;
    private final Slots b;
    private final double alike;
    private final List<String> why = new ArrayList<>();
    private final Sides sides;

    private Relating(Slots a, Slots b, boolean turned) {
        this.a = a;
        this.b = b;
        this.sides = new Sides(turned);
        this.alike = Slots.alike(a.everything(), b.everything());
    }

    static Relation of(Statement first, Statement second) {
        // Always judged in one direction, so that the other can only be its mirror.
        return of(Slots.of(first), Slots.of(second));
    }

    /** As {@link #of(Statement, Statement)}, of statements that were taken apart already. */
    static Relation of(Slots first, Slots second) {
        return order(first.statement(), second.statement()) <= 0
                ? new Relating(first, second, false).relation()
                : new Relating(second, first, true).relation();
    }

    static int order(Statement first, Statement second) {
        return ORDER.compare(first, second);
    }

    /**
     * False only of two that are unrelated: whether they have what any relation needs at the least. It tells that of most
     * pairs at a tenth of the work.
     */
    static boolean mayRelate(Slots a, Slots b) {
        if (asked(a) || asked(b)) {
            return false;
        }
        boolean proposals = a.statement().claim().proposal().isPresent()
                && b.statement().claim().proposal().isPresent();
        return proposals
                || Slots.alike(a.everything(), b.everything()) >= LEAST_WORDS
                || a.figures().stream().anyMatch(one -> b.figures().stream().anyMatch(one::sameMeasure))
                || ofOtherActors(a, b);
    }

    private static boolean ofOtherActors(Slots a, Slots b) {
        return Slots.alike(a.stems(), b.stems()) >= OF_ACTORS || Slots.contained(a.stems(), b.stems()) >= 0.8;
    }

    private Relation relation() {
        if (asked(a) || asked(b)) {
            return unrelated("a question asserts nothing");
        }
        Optional<Relation> proposals = Terms.relation(a, b, sides, why);
        if (proposals.isPresent()) {
            return proposals.get();
        }
        Figures figures = Figures.of(a, b);
        why.addAll(figures.why());
        boolean names = namesFit();
        boolean opposed = a.stems().stream().anyMatch(s -> Words.areOpposite(s, b.stems()));
        if (opposed) {
            why.add("opposite directions");
        }
        if (a.negated() != b.negated() && names && !figures.unlike()) {
            return denial();
        }
        if (a.negated() != b.negated() || opposed) {
            return unrelated("not about one thing");
        }
        if (!figures.conflicts().isEmpty() && names) {
            return amounts(figures);
        }
        if (!figures.conflicts().isEmpty()) {
            return unrelated("other figures of others");
        }
        if (figures.unlike()) {
            return unrelated("figures of other things");
        }
        // Two who pay 35.7 and about 36 per cent are not one deed of two actors.
        boolean sameAmounts = figures.agreements().stream()
                .allMatch(pair ->
                        pair.a().quantity().low().equals(pair.b().quantity().low()));
        Optional<Relation> actor = sameAmounts ? actor() : Optional.empty();
        if (actor.isPresent()) {
            return actor.get();
        }
        return names ? wording(figures) : unrelated("names differ");
    }

    private Relation denial() {
        double contained = Slots.contained(a.everything(), b.everything());
        int words = Slots.shared(a.everything(), b.everything());
        if (a.statement().claim().stance() != b.statement().claim().stance()
                || a.statement().claim().stance() == Stance.CONDITIONAL) {
            return unrelated("only one of them is sure");
        }
        if (Stream.concat(a.stems().stream(), b.stems().stream()).anyMatch(UNDOING::contains)) {
            // "It should not take place" and "it should be cancelled" are of one mind.
            return unrelated("a verb that undoes stands beside the denial");
        }
        Slots asserted = a.negated() ? b : a;
        if (asserted.all().stream().anyMatch(WANTING::contains)
                || NOT.matcher(asserted.statement().words()).find()) {
            return unrelated("the other side says no in other words");
        }
        if (a.isQuestion() || b.isQuestion()) {
            return unrelated("one side tells what was not said");
        }
        // What is denied must be what is asserted, its verb too: nearly all words of the shorter.
        if (alike < LEAST_WORDS || contained < 0.85 || words < 4) {
            return unrelated("too few words shared for a denial");
        }
        why.add("one side denies it");
        String first = a.negated() ? "denied" : "asserted";
        String second = a.negated() ? "asserted" : "denied";
        return new Relation(
                Kind.CONTRADICTS,
                round(Math.max(alike, contained * 0.9)),
                List.of(sides.denial(contentOf(a), contentOf(b), first, second)),
                why);
    }

    private Relation amounts(Figures figures) {
        List<Difference> differences = new ArrayList<>();
        for (Figures.Pair pair : figures.conflicts()) {
            if (isUpdate(pair)) {
                why.add("the later count is the higher one: an update");
            }
            differences.add(sides.amount(pair, a, b));
        }
        return new Relation(Kind.DIFFERS, round(figures.surest()), differences, why);
    }

    /** Dead, votes, cases grow while they are counted. */
    private boolean isUpdate(Figures.Pair pair) {
        Optional<Instant> first = a.statement().article().published().map(Dated::earliest);
        Optional<Instant> second = b.statement().article().published().map(Dated::earliest);
        if (pair.a().fate().isEmpty() || first.isEmpty() || second.isEmpty()) {
            return false;
        }
        Duration later = Duration.between(first.get(), second.get());
        return later.abs().compareTo(Duration.ofHours(1)) >= 0
                && later.isNegative() == pair.b().stated() < pair.a().stated();
    }

    /** The same words of another actor: "the Biden administration" and "the Trump administration" met it with doubt. */
    private Optional<Relation> actor() {
        List<Slots.Name> onlyA = without(a.names(), b.names());
        List<Slots.Name> onlyB = without(b.names(), a.names());
        // What one side adds behind ("although China …") may hold names of its own.
        if (onlyA.isEmpty() || onlyB.isEmpty() || Math.min(onlyA.size(), onlyB.size()) > 1) {
            return Optional.empty();
        }
        Slots.Name first = onlyA.get(0);
        Slots.Name second = onlyB.get(0);
        boolean kinds = isActor(first) && isActor(second);
        boolean lead = leads(first, a) && leads(second, b);
        double rest = Slots.alike(a.stems(), b.stems());
        int shared = Slots.shared(a.stems(), b.stems()) + a.names().size() - onlyA.size();
        if (!kinds || !lead || shared < 3 || !ofOtherActors(a, b)) {
            return Optional.empty();
        }
        why.add("the same is said of another actor");
        return Optional.of(new Relation(
                Kind.DIFFERS,
                round(rest),
                List.of(sides.actor(
                        first.span(),
                        second.span(),
                        first.span().of(textOf(a)),
                        second.span().of(textOf(b)))),
                why));
    }

    private static boolean isActor(Slots.Name name) {
        return name.type() == NameType.PERSON
                || name.type() == NameType.ORGANIZATION
                || name.type() == NameType.LOCATION;
    }

    /** Before more than one content word that is no name: where the one who acts stands. */
    private static boolean leads(Slots.Name name, Slots slots) {
        int start = slots.statement().claim().content().get(0).start();
        if (name.span().start() < start) {
            return false;
        }
        String before = textOf(slots).substring(start, name.span().start());
        return Words.of(before).stream().filter(w -> Words.isContent(w.text())).count() <= 1;
    }

    private static List<Slots.Name> without(List<Slots.Name> names, List<Slots.Name> others) {
        List<Slots.Name> left = new ArrayList<>();
        for (Slots.Name name : names) {
            if (others.stream().noneMatch(name::is) && left.stream().noneMatch(name::is)) {
                left.add(name);
            }
        }
        return left;
    }

    /** Not where each names somebody of a kind that the other does not: Spain's figure is not Germany's. */
    private boolean namesFit() {
        List<Slots.Name> onlyA = without(a.names(), b.names());
        List<Slots.Name> onlyB = without(b.names(), a.names());
        for (Slots.Name one : onlyA) {
            if (onlyB.stream().anyMatch(other -> other.type() == one.type())) {
                why.add(one.span().of(textOf(a)) + " is named on one side only");
                return false;
            }
        }
        return true;
    }

    private Relation wording(Figures figures) {
        double contained = Slots.contained(a.everything(), b.everything());
        int shared = Slots.shared(a.everything(), b.everything());
        boolean figure = !figures.agreements().isEmpty();
        boolean same = alike >= SAME_WORDS && shared >= 3
                || contained >= 0.8 && alike >= 0.6 && shared >= 4
                || figure && alike >= 0.25 && shared >= 2
                || alike >= 0.9;
        boolean turns = a.stems().stream()
                        .filter(TURNS::contains)
                        .anyMatch(s -> !b.all().contains(s))
                || b.stems().stream()
                        .filter(TURNS::contains)
                        .anyMatch(s -> !a.all().contains(s));
        if (a.figures().isEmpty() != b.figures().isEmpty() && alike < 0.8) {
            return unrelated("a figure on one side only");
        }
        if (turns) {
            return unrelated("one side tells what became of it");
        }
        if (!same) {
            return unrelated(String.format(Locale.ROOT, "%.2f of the words shared", alike));
        }
        if (Predicates.apart(a, b)) {
            return unrelated("one side says something of it that the other does not");
        }
        why.add(String.format(Locale.ROOT, "%.2f of the words shared", alike));
        Stance first = a.statement().claim().stance();
        Stance second = b.statement().claim().stance();
        if (hedged(first) != hedged(second)
                && ofOneLength()
                && !(quoted(a) && quoted(b))
                && (first == Stance.ASSERTED || second == Stance.ASSERTED)) {
            why.add("one side is sure, the other is not");
            return new Relation(
                    Kind.DIFFERS,
                    round(alike),
                    List.of(sides.certainty(contentOf(a), contentOf(b), inWords(first), inWords(second))),
                    why);
        }
        return new Relation(Kind.SAME, round(Math.max(alike, contained * 0.9)), List.of(), why);
    }

    /** A longer quotation may hold an "if" that the part of it on the other side never had. */
    private boolean ofOneLength() {
        int one = Words.of(a.statement().words()).size();
        int other = Words.of(b.statement().words()).size();
        return a.statement().claim().content().size() == 1
                && b.statement().claim().content().size() == 1
                && Math.max(one, other) <= 1.25 * Math.min(one, other) + 2;
    }

    private static boolean hedged(Stance stance) {
        return stance == Stance.POSSIBLE || stance == Stance.CONDITIONAL;
    }

    /** Two cuts of what somebody said are as sure as his words, however each is read. */
    private static boolean quoted(Slots slots) {
        return switch (slots.statement().claim().quotation()) {
            case DIRECT, MIXED -> true;
            case INDIRECT, NONE -> false;
        };
    }

    private static boolean asked(Slots slots) {
        return slots.statement().claim().stance() == Stance.ASKED;
    }

    private static String inWords(Stance stance) {
        return stance.name().toLowerCase(Locale.ROOT);
    }

    private Relation unrelated(String reason) {
        why.add(reason);
        return new Relation(Kind.UNRELATED, round(Math.min(alike, 0.5)), List.of(), why);
    }

    private static Span contentOf(Slots slots) {
        Claim claim = slots.statement().claim();
        return claim.content().get(0);
    }

    private static String textOf(Slots slots) {
        return slots.statement().article().text();
    }

    private static double round(double score) {
        return Math.round(Math.max(0, Math.min(1, score)) * 1000) / 1000.0;
    }
}
