package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.compare.Relation;
import org.hearsay.tell.web.Marked.Piece;
import org.hearsay.tell.web.Words.Step;
import org.hearsay.tell.web.Words.When;

/**
 * A claim as it stands in a list.
 *
 * @param sentence the words around it, itself marked
 * @param apart its words, where they stand outside that sentence (an item under its lead-in)
 * @param path who speaks, from the outlet inward
 * @param hedged said as anything but a fact
 * @param spread "5 outlets, 2 origins"; absent for a claim that stands alone
 */
record Card(
        String id,
        List<Piece> sentence,
        Optional<String> apart,
        List<Step> path,
        String stance,
        boolean hedged,
        boolean denied,
        Optional<When> stated,
        When seen,
        Optional<String> spread,
        List<Sign> signs) {
    /** Longer than this is no headline: of 24,612 titles of news the longest has 141 characters. */
    private static final int TITLE = 180;

    /**
     * A sign with its words; {@code kind} names its colour and says nothing that the words do not. The sign of a copy
     * is drawn, since few fonts have it.
     */
    record Sign(String mark, String name, String words, String kind) {}

    static Card of(StoredClaim claim, Sight sight, Words words, List<Span> hits) {
        Sight.Spread spread = sight.spread(claim);
        return of(claim, sight, words, hits, spread, signs(claim, sight, words, spread));
    }

    /** Beside the claim that it differs from: without the signs that say that it does. */
    static Card beside(StoredClaim claim, Sight sight, Words words) {
        List<Sign> signs = new ArrayList<>();
        state(claim, words).ifPresent(signs::add);
        claim.claim().proposal().map(Card::proposal).ifPresent(signs::add);
        return of(claim, sight, words, List.of(), sight.spread(claim), signs);
    }

    private static Card of(
            StoredClaim claim, Sight sight, Words words, List<Span> hits, Sight.Spread spread, List<Sign> signs) {
        return new Card(
                claim.claim().id().text(),
                Marked.sentence(claim.claim(), claim.sentence(), hits),
                Marked.holdsContent(claim.claim()) ? Optional.empty() : Optional.of(claim.shown()),
                Words.path(claim, sight.outlet(claim)),
                claim.claim().stance().inWords(),
                claim.claim().stance() != Stance.ASSERTED,
                claim.claim().denied(),
                sight.of(claim).flatMap(words::stated),
                words.when(claim.firstSeen()),
                spread.told(),
                signs);
    }

    private static List<Sign> signs(StoredClaim claim, Sight sight, Words words, Sight.Spread spread) {
        List<Sign> signs = new ArrayList<>();
        state(claim, words).ifPresent(signs::add);
        dispute(claim, sight, Relation.Kind.CONTRADICTS, "contradicted").ifPresent(signs::add);
        dispute(claim, sight, Relation.Kind.DIFFERS, "differs").ifPresent(signs::add);
        claim.claim().proposal().map(Card::proposal).ifPresent(signs::add);
        if (spread.outlets() > spread.origins()) {
            signs.add(new Sign("", "copied", "one text in several outlets", "copy"));
        }
        return signs;
    }

    private static Sign proposal(Proposal proposal) {
        String act = Words.act(proposal.act()).toLowerCase(Locale.ROOT);
        String terms = proposal.terms().isEmpty()
                ? act
                : act + " with " + Words.count(proposal.terms().size(), "term");
        return new Sign("◆", "proposal", terms, "proposal");
    }

    private static Optional<Sign> state(StoredClaim claim, Words words) {
        String since = claim.ended().map(at -> " " + words.when(at).words()).orElse("");
        return switch (claim.state()) {
            case CURRENT -> Optional.empty();
            case CHANGED -> Optional.of(new Sign("△", "changed", "the page says it otherwise since" + since, "change"));
            case WITHDRAWN -> Optional.of(new Sign("⌫", "withdrawn", "no longer on the page since" + since, "change"));
            case DISMISSED -> Optional.of(new Sign("⌫", "dismissed", "a reader said that it is no claim", "change"));
        };
    }

    private static Optional<Sign> dispute(StoredClaim claim, Sight sight, Relation.Kind kind, String name) {
        List<Related> disputes = sight.relations(claim).stream()
                .filter(Sight::disputes)
                .filter(related -> related.relation().kind() == kind)
                .toList();
        if (disputes.isEmpty()) {
            return Optional.empty();
        }
        String who = (kind == Relation.Kind.CONTRADICTS ? "by " : "from ")
                + disputes.get(0).other().outlet();
        String how = disputes.get(0).relation().differences().stream()
                .findFirst()
                .map(difference -> ": " + new Contrast(claim, sight).words(disputes.get(0), difference))
                .orElse("");
        String more = disputes.size() > 1 ? " and " + (disputes.size() - 1) + " more" : "";
        return Optional.of(new Sign("≠", name, who + more + how, "differ"));
    }

    /** The article's headline. Some feeds have a whole paragraph there: in lists it ends early. */
    static String title(StoredArticle article) {
        String whole = article.headline();
        if (whole.length() <= TITLE) {
            return whole;
        }
        int space = whole.lastIndexOf(' ', TITLE);
        return whole.substring(0, space > TITLE / 2 ? space : whole.offsetByCodePoints(0, TITLE / 2)) + " …";
    }
}
