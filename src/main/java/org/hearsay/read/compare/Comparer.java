package org.hearsay.read.compare;

import java.util.Optional;
import java.util.Set;
import org.hearsay.read.language.Reading;
import org.hearsay.read.language.SentenceVectors;

/**
 * Compares articles and claims. Stateless, thread-safe and pure; every judgement is symmetric, so what is grouped by it
 * does not depend on who came first.
 */
public final class Comparer {
    /** Notes tell what was wrong in words of their own, but name the thing alike. */
    private static final double MOST_WORDS = 0.6;

    private final Judging judging;
    private final Optional<SentenceVectors> vectors;

    /** Without vectors: what is worded otherwise is known by its words alone. */
    public Comparer() {
        this(Likeness.NONE);
    }

    /** @param likeness how alike two statements are in meaning, from vectors of sentences */
    public Comparer(Likeness likeness) {
        this(new Judging(PairJudge.bundled(), likeness), Optional.empty());
    }

    private Comparer(Judging judging, Optional<SentenceVectors> vectors) {
        this.judging = judging;
        this.vectors = vectors;
    }

    /** One whose fingerprints hold what title and lead mean, so that stories are not known by their words alone. */
    public Comparer understanding(Optional<SentenceVectors> vectors) {
        return new Comparer(judging, vectors);
    }

    /**
     * The article's fingerprint, by which {@link #sameText} and {@link #sameEvent} judge. Its hashes are the same on every
     * machine and may be kept.
     */
    public Fingerprint fingerprint(Reading reading) {
        return Fingerprints.of(reading, vectors);
    }

    /**
     * Whether two articles carry one text: copied, cut, retouched or retitled. Symmetric. Independent reports of one event
     * that quote the same words do not. Titles do not count. Of many articles {@link Grouping} knows better than of two.
     */
    public boolean sameText(Fingerprint a, Fingerprint b) {
        return Copies.link(a, b) != Copies.Link.NONE;
    }

    /**
     * Whether two articles may report one event: rare names and words of title and lead shared, and stated times, where both
     * have one, not more than three and a half days apart. Symmetric. Of many articles {@link Coverage#stories} knows better.
     */
    public boolean sameEvent(Fingerprint a, Fingerprint b) {
        return Fingerprints.sameEvent(a, b);
    }

    /**
     * Keys such that two statements that may be anything but unrelated share at least one that {@link #isEnough}, or two:
     * unit and thing measured, name and word, proposer, and bands of a sketch of all words. Short (60 characters at most),
     * stable, lower case, at most about sixty.
     */
    public Set<String> keys(Statement statement) {
        return Keys.of(Slots.of(statement));
    }

    /** Whether two statements that share this one of their {@link #keys}, and no other, may be related. */
    public static boolean isEnough(String key) {
        return Keys.isEnough(key);
    }

    /**
     * How two statements relate; {@code relation(a, b)} mirrors {@code relation(b, a)}. Amounts differ only where unit,
     * thing measured, names and period fit and the bounds, widened by closeness words and rounding, exclude each other. A
     * later and higher count of the dead or injured is shown as a difference, and {@code why} calls it an update.
     */
    public Relation relation(Statement a, Statement b) {
        return judging.cautious(Slots.of(a), Slots.of(b));
    }

    /** As {@link #relation(Statement, Statement)}, of statements that are compared with many others. */
    public Relation relation(Prepared a, Prepared b) {
        return judging.cautious(a.slots, b.slots);
    }

    /**
     * As {@link #relation(Prepared, Prepared)}; empty where the two are unrelated. Of most pairs that is seen at once, so
     * this is for one statement and very many others.
     */
    public Optional<Relation> related(Prepared a, Prepared b) {
        return Relating.mayRelate(a.slots, b.slots)
                ? Optional.of(relation(a, b)).filter(relation -> relation.kind() != Relation.Kind.UNRELATED)
                : Optional.empty();
    }

    /**
     * Whether a correction note of a page repeats what an earlier version of that page claimed: most of its words and none
     * of its figures otherwise. Of two claims of one page only this is asked.
     */
    public boolean takesBack(Statement note, Statement claim) {
        Slots one = Slots.of(note);
        Slots other = Slots.of(claim);
        boolean figures = one.figures().stream()
                .allMatch(figure -> other.figures().stream()
                        .filter(figure::sameMeasure)
                        .allMatch(there -> !figure.apartFrom(there)));
        return figures && Slots.contained(Set.copyOf(one.order()), Set.copyOf(other.order())) >= MOST_WORDS;
    }

    /** Takes a statement apart once. */
    public Prepared prepare(Statement statement) {
        return new Prepared(Slots.of(statement));
    }

    /** As {@link #keys(Statement)}. */
    public Set<String> keys(Prepared prepared) {
        return Keys.of(prepared.slots);
    }

    /** A statement taken apart: most of the work of a comparison. Unchangeable; may be kept as long as its article. */
    public static final class Prepared {
        private final Slots slots;

        private Prepared(Slots slots) {
            this.slots = slots;
        }
    }

    /**
     * How two statements relate that somebody put side by side: where {@link #relation} is silent because too little is
     * said, this weighs all that they share and do not share, and says the likelier. Mirrors as {@link #relation} does.
     */
    public Relation judged(Statement a, Statement b) {
        return judging.likelier(Slots.of(a), Slots.of(b));
    }
}
