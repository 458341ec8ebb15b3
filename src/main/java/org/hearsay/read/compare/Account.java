package org.hearsay.read.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Proposal.Act;
import org.hearsay.read.claim.Proposal.Status;
import org.hearsay.read.claim.Term;

/**
 * What one article tells of one proposal: all that it says of it in several places, put together. Pure and unchangeable.
 *
 * <pre>{@code
 * List<Account> accounts = Account.in(article, claims);
 * Optional<String> apart = accounts.get(0).apartFrom(other);      // empty: both tell of one proposal
 * TermTable table = TermTable.of(List.of(accounts.get(0), other));
 * }</pre>
 *
 * @param parts the proposals that the article's claims carry, in text order, never empty
 * @param claims those claims
 */
public record Account(Article article, List<Proposal> parts, List<Claim> claims) {
    /** Two tellings that are farther apart are of two rounds of a matter. */
    private static final Duration ROUND = Duration.ofDays(120);
    /** Words of a lead that say what is proposed, not more: the sentence around may tell of much else. */
    private static final int ABOUT_WORDS = 12;

    /** Of two homes and a school that are built on old sites more words are shared than not, but no rare one. */
    private static final double SAME_MATTER = 0.6;

    private static final String KEY = "o:";

    public Account {
        parts = List.copyOf(parts);
        claims = List.copyOf(claims);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an account tells of a proposal");
        }
    }

    /** Where a proposal stands by an account. @param denied whether the account tells it only to say that it is not so */
    public record Standing(Status status, boolean denied) {}

    /** The proposals that an article's claims carry, those that are one put together, in text order. */
    public static List<Account> in(Article article, List<Claim> claims) {
        Set<Proposal> all = new LinkedHashSet<>();
        claims.stream().flatMap(claim -> claim.proposal().stream()).forEach(all::add);
        List<Proposal> ordered = new ArrayList<>(all);
        ordered.sort((a, b) -> a.trigger().get(0).compareTo(b.trigger().get(0)));
        List<List<Proposal>> groups = new ArrayList<>();
        for (Proposal proposal : ordered) {
            groups.stream()
                    .filter(group -> group.stream().anyMatch(one -> oneIn(article, one, proposal)))
                    .findFirst()
                    .ifPresentOrElse(
                            group -> group.add(proposal), () -> groups.add(new ArrayList<>(List.of(proposal))));
        }
        return groups.stream()
                .map(group -> new Account(
                        article,
                        group,
                        claims.stream()
                                .filter(claim ->
                                        claim.proposal().filter(group::contains).isPresent())
                                .toList()))
                .toList();
    }

    /** Inside an article "the offer" and "it also demanded" go on with what was told before. */
    private static boolean oneIn(Article article, Proposal earlier, Proposal later) {
        Account first = new Account(article, List.of(earlier), List.of());
        Account second = new Account(article, List.of(later), List.of());
        if (family(earlier.act()) != family(later.act())) {
            return false;
        }
        if (against(first, second).isPresent()) {
            return later.matter().isEmpty() && second.isOfTheLandOf(first);
        }
        Set<String> about = first.about();
        Set<String> aboutLater = second.about();
        boolean further = later.trigger().stream()
                .anyMatch(
                        span -> span.of(article.text()).toLowerCase(Locale.ROOT).contains("also"));
        return about.isEmpty() || aboutLater.isEmpty() || further || Slots.shared(about, aboutLater) > 0;
    }

    /**
     * "Moscow's proposal" after "President Putin has offered the United States": a land beside a person, and not the land
     * that the person's offer was made to.
     */
    private boolean isOfTheLandOf(Account earlier) {
        Set<String> land = proposer();
        Set<String> person = earlier.proposer();
        return !land.isEmpty()
                && land.stream().allMatch(Actors::isLand)
                && person.stream().noneMatch(Actors::isLand)
                && Slots.shared(land, earlier.addressed()) == 0;
    }

    /** All terms, in text order, each once. */
    public List<Term> terms() {
        Set<Term> terms = new LinkedHashSet<>();
        parts.forEach(part -> terms.addAll(part.terms()));
        return List.copyOf(terms);
    }

    /** Whether this claim belongs to it. */
    public boolean holds(Claim claim) {
        return claim.proposal().filter(parts::contains).isPresent();
    }

    /** The furthest that the article tells: who reports an offer and its rejection reports it rejected. */
    public Standing standing() {
        Standing furthest = new Standing(Status.UNKNOWN, false);
        for (Proposal part : parts) {
            Standing here = new Standing(part.status(), deniedOf(part));
            if (rank(here) > rank(furthest)) {
                furthest = here;
            }
        }
        return furthest;
    }

    private boolean deniedOf(Proposal part) {
        return claims.stream()
                .filter(claim -> claim.proposal().filter(part::equals).isPresent())
                .filter(claim -> part.trigger().stream()
                        .anyMatch(trigger -> claim.content().stream().anyMatch(trigger::overlaps)))
                .findFirst()
                .filter(Claim::denied)
                .isPresent();
    }

    private static int rank(Standing standing) {
        int rank = switch (standing.status()) {
            case UNKNOWN -> 0;
            case OFFERED -> 1;
            case UNDER_DISCUSSION -> 2;
            case ACCEPTED, AGREED, REJECTED, WITHDRAWN -> 3;
        };
        return 2 * rank - (standing.denied() && rank > 1 ? 1 : 0);
    }

    /** Why another article's account is of another proposal; empty if it is of the same. Symmetric. */
    public Optional<String> apartFrom(Account other) {
        if (family(parts.get(0).act()) != family(other.parts.get(0).act())) {
            return Optional.of("another act");
        }
        Optional<String> against = against(this, other);
        if (against.isPresent()) {
            return against;
        }
        boolean known = !proposer().isEmpty() && !other.proposer().isEmpty();
        Set<String> about = about();
        Set<String> aboutOther = other.about();
        int shared = Slots.shared(about, aboutOther);
        double contained = Rarity.atLarge().contained(about, aboutOther);
        boolean matter = contained >= (known ? SAME_MATTER : 0.8) && (known || shared >= 2);
        boolean terms = known
                && TermPart.matches(termParts(), other.termParts()).stream().anyMatch(TermPart.Match::telling);
        if (matter || terms) {
            return Optional.empty();
        }
        return Optional.of(known ? "about something else" : "nothing says that it is the same proposer's");
    }

    private static Optional<String> against(Account one, Account other) {
        Set<String> proposer = one.proposer();
        Set<String> otherProposer = other.proposer();
        if (!proposer.isEmpty() && !otherProposer.isEmpty() && Slots.shared(proposer, otherProposer) == 0) {
            return Optional.of("another proposer");
        }
        Set<String> to = one.addressed();
        Set<String> otherTo = other.addressed();
        if (!to.isEmpty() && !otherTo.isEmpty() && Slots.shared(to, otherTo) == 0) {
            return Optional.of("to somebody else");
        }
        Optional<Dated> when = one.article.published();
        Optional<Dated> otherWhen = other.article.published();
        if (when.isPresent()
                && otherWhen.isPresent()
                && Duration.between(when.get().earliest(), otherWhen.get().earliest())
                                .abs()
                                .compareTo(ROUND)
                        > 0) {
            return Optional.of("months apart");
        }
        return Optional.empty();
    }

    /** An offer that is agreed is a deal; who demands also asks. */
    private static Act family(Act act) {
        return switch (act) {
            case OFFER, DEAL -> Act.OFFER;
            case DEMAND, REQUEST -> Act.DEMAND;
            case PLAN, PLEDGE -> Act.PLAN;
            case ORDER -> Act.ORDER;
            case THREAT -> Act.THREAT;
        };
    }

    private Set<String> proposer() {
        Set<String> actors = new HashSet<>();
        parts.forEach(part -> actors.addAll(Actors.in(part.proposer(), article.text())));
        return actors;
    }

    /** The lands, or else the bodies, that it is made to. */
    private Set<String> addressed() {
        Set<String> lands = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (Proposal part : parts) {
            others.addAll(Actors.in(part.recipient(), article.text()));
            part.recipient().forEach(span -> lands.addAll(Actors.landsIn(span.of(article.text()))));
            part.matter().forEach(span -> lands.addAll(Actors.landsIn(span.of(article.text()))));
        }
        lands.removeAll(proposer());
        return lands.isEmpty() ? others : lands;
    }

    /** What it is about, as stems: its matter, and the claim that opens it, without those who deal. */
    private Set<String> about() {
        String text = article.text();
        Set<String> about = new LinkedHashSet<>();
        Set<String> dealers = new HashSet<>();
        for (Proposal part : parts) {
            for (List<Span> spans : List.of(part.proposer(), part.recipient())) {
                for (Span span : spans) {
                    Words.of(span.of(text)).forEach(word -> dealers.add(Words.stem(word.text())));
                }
            }
            part.trigger().forEach(span -> Words.of(span.of(text)).forEach(w -> dealers.add(Words.stem(w.text()))));
            part.matter().forEach(span -> add(span.of(text), about, dealers));
        }
        if (about.stream().allMatch(dealers::contains)) {
            claims.stream()
                    .filter(claim -> parts.stream()
                            .flatMap(part -> part.trigger().stream())
                            .anyMatch(trigger -> claim.content().stream().anyMatch(trigger::overlaps)))
                    .findFirst()
                    .ifPresent(claim -> add(claim.words(text), about, dealers));
        }
        about.removeAll(dealers);
        return about;
    }

    private static void add(String words, Set<String> about, Set<String> dealers) {
        dealers.addAll(Actors.landWords(words));
        Words.of(words).stream()
                .filter(word -> Words.isContent(word.text()) && !Words.isFigure(word.text()))
                .limit(ABOUT_WORDS)
                .forEach(word -> about.add(Words.stem(word.text())));
    }

    List<TermPart> termParts() {
        return terms().stream().map(term -> TermPart.of(term, article.text())).toList();
    }

    /** Whether one of {@link Comparer#keys} is there to find other accounts of a proposal. */
    public static boolean isKey(String key) {
        return key.startsWith(KEY);
    }

    /** Keys under which accounts that may be of one proposal find each other. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        pairs(about().stream().limit(6).toList(), keys);
        for (TermPart part : termParts().subList(0, Math.min(4, terms().size()))) {
            pairs(part.stems().stream().sorted().limit(4).toList(), keys);
        }
        return keys;
    }

    private static void pairs(List<String> stems, Set<String> keys) {
        for (int i = 0; i < stems.size(); i++) {
            for (int j = i + 1; j < stems.size(); j++) {
                boolean inOrder = stems.get(i).compareTo(stems.get(j)) <= 0;
                keys.add(KEY + stems.get(inOrder ? i : j) + ":" + stems.get(inOrder ? j : i));
            }
        }
    }
}
