package org.hearsay.tell.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hearsay.keep.store.Independence;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Term;
import org.hearsay.tell.digest.Digest.ClaimItem;
import org.hearsay.tell.digest.Digest.Other;
import org.hearsay.tell.digest.Digest.Sign;
import org.hearsay.tell.digest.Digest.Spread;
import org.hearsay.tell.digest.Digest.Told;

/** Claims as a letter tells them: who says it, how far it has spread, why it is here. */
final class Telling {
    private final Holdings holdings;
    private final Matches matches;

    Telling(Holdings holdings, Matches matches) {
        this.holdings = holdings;
        this.matches = matches;
    }

    ClaimItem item(StoredClaim claim, Sign sign, List<Other> others) {
        // The proposal itself has a place of its own, with its terms.
        List<String> terms = sign == Sign.PROPOSAL ? terms(claim) : List.of();
        boolean introduced = terms.contains(claim.words());
        // How far one term has spread says nothing of the proposal that it stands for.
        return new ClaimItem(
                introduced ? introduced(claim) : told(claim),
                sign,
                others,
                terms,
                introduced ? new Spread(1, 1, List.of(), 0) : spread(claim),
                matches.reason(claim));
    }

    Told told(StoredClaim stored) {
        Claim claim = stored.claim();
        return new Told(
                claim.id(),
                stored.article(),
                stored.shown(),
                stored.sentence(),
                marks(stored),
                Words.chain(claim, stored.outlet()),
                claim.stanceInWords(),
                stored.outlet(),
                holdings.article(stored.article()).flatMap(StoredArticle::stated),
                stored.firstSeen(),
                stored.ended(),
                stored.url());
    }

    /** A claim that is itself one of the terms is introduced by the line that speaks of the proposal. */
    private Told introduced(StoredClaim claim) {
        Told own = told(claim);
        Optional<StoredArticle> article = holdings.article(claim.article());
        Optional<Proposal> proposal = claim.claim().proposal();
        if (proposal.isEmpty() || article.isEmpty()) {
            return own;
        }
        String text = article.get().text();
        int at = proposal.get().trigger().get(0).start();
        int end = text.indexOf('\n', at);
        String line = text.substring(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length() : end);
        return new Told(
                own.id(),
                own.article(),
                line,
                line,
                List.of(),
                own.chain(),
                own.stance(),
                own.outlet(),
                own.stated(),
                own.firstSeen(),
                own.ended(),
                own.source());
    }

    List<String> terms(StoredClaim claim) {
        Optional<StoredArticle> article = holdings.article(claim.article());
        Optional<Proposal> proposal = claim.claim().proposal();
        if (proposal.isEmpty() || article.isEmpty() || article.get().version() != claim.version()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (Term term : proposal.get().terms()) {
            words.add(String.join(
                    " … ",
                    term.spans().stream().map(s -> s.of(article.get().text())).toList()));
        }
        return words;
    }

    private Spread spread(StoredClaim claim) {
        List<StoredClaim> members = holdings.members(claim);
        OutletNames outlets = new OutletNames();
        outlets.add(claim.publisher());
        members.forEach(member -> outlets.add(member.publisher()));
        List<Independence.Saying> sayings = new ArrayList<>();
        for (StoredClaim said :
                Stream.concat(Stream.of(claim), members.stream()).toList()) {
            holdings.article(said.article()).ifPresent(told -> sayings.add(new Independence.Saying(said, told)));
        }
        Map<ClaimId, String> origins = Independence.origins(sayings);
        Set<String> independent = new TreeSet<>();
        Optional<String> own = Optional.ofNullable(origins.get(claim.claim().id()));
        for (StoredClaim member : members) {
            boolean apart =
                    !own.equals(Optional.ofNullable(origins.get(member.claim().id())));
            if (apart && !outlets.name(member.publisher()).equals(outlets.name(claim.publisher()))) {
                independent.add(outlets.name(member.publisher()));
            }
        }
        int texts = Math.max(1, Set.copyOf(origins.values()).size());
        List<String> also = outlets.all().stream().skip(1).toList();
        return new Spread(outlets.count(), texts, also, independent.size());
    }

    /** Of those that say the same, whoever said it first. */
    StoredClaim first(StoredClaim claim) {
        return holdings.members(claim).stream()
                .filter(matches::claim)
                .findFirst()
                .orElse(claim);
    }

    /** Where the claim's words stand in its sentence; nothing where they are all of it, or stand elsewhere. */
    private static List<Span> marks(StoredClaim stored) {
        int start = stored.claim().sentence().start();
        int length = stored.sentence().length();
        List<Span> marks = new ArrayList<>();
        int marked = 0;
        for (Span piece : stored.claim().content()) {
            if (piece.start() < start || piece.end() - start > length) {
                return List.of();
            }
            marks.add(new Span(piece.start() - start, piece.end() - start));
            marked += piece.length();
        }
        marks.sort(Comparator.naturalOrder());
        return marked + 2 >= length ? List.of() : marks;
    }
}
