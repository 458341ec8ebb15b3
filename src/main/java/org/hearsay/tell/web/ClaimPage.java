package org.hearsay.tell.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Term;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.language.Quantity;
import org.hearsay.tell.web.Marked.Piece;

/**
 * One claim with its evidence: where it stands, who says it, how surely, what it counts, and who says otherwise.
 *
 * @param source its page, with a fragment that makes a browser show the words
 * @param dropped since when its page is not in the archive any more
 */
record ClaimPage(
        Card card,
        String words,
        String stanceInFull,
        String quotation,
        String outlet,
        String title,
        String article,
        String story,
        String source,
        List<Line> context,
        List<Measured> quantities,
        Optional<Offer> proposal,
        Optional<Figure> figure,
        List<Group> others,
        String spread,
        Optional<String> version,
        String rule,
        String confidence,
        List<Named> names,
        List<Corrected> corrections,
        Optional<Words.When> dropped) {
    record Named(String href, String name) {}

    /** @param what for the form that takes it back */
    record Corrected(String what, String words, String when) {}

    /** A line of the article: heading, paragraph, item, quote or row. */
    record Line(String kind, List<Piece> pieces) {}

    record Measured(String words, String amount, String of, String when) {}

    /** @param surely how surely it is one, and by what signs; empty of one that an older version read */
    record Offer(
            String act,
            String from,
            String to,
            String matter,
            String status,
            String reporter,
            String surely,
            List<OfferTerm> terms) {}

    record OfferTerm(String words, String kind) {}

    /** Claims of others that relate in one way. */
    record Group(String id, String mark, String heading, String kind, List<Other> others) {}

    /** @param copies outlets that carry the same text */
    record Other(Card card, List<String> differences, List<String> copies) {}

    /** Lines of a list shown around an item; a longer list is read in its article. */
    private static final int LIST_LINES = 12;

    private static final int FRAGMENT_CHARS = 280;

    static ClaimPage of(StoredClaim stored, Sight sight, Words words) {
        Optional<StoredArticle> version = sight.of(stored);
        Optional<StoredArticle> newest = sight.article(stored.article());
        Optional<Article> article = version.flatMap(v -> v.extraction().readable());
        Claim claim = stored.claim();
        String text = article.map(Article::text).orElse("");
        return new ClaimPage(
                Card.of(stored, sight, words, List.of()),
                stored.shown(),
                Words.stanceInFull(claim),
                Words.quotation(claim.quotation()),
                stored.outlet(),
                version.map(Card::title).orElse(stored.outlet()),
                stored.article().text(),
                newest.map(a -> a.story().text()).orElse(""),
                stored.url().text() + fragment(claim, text),
                article.map(a -> context(claim, a)).orElse(List.of()),
                claim.quantities().stream().map(q -> measured(q, text)).toList(),
                claim.proposal().filter(p -> !text.isEmpty()).map(p -> offer(p, text)),
                Figure.of(stored, sight),
                others(stored, sight, words),
                sight.spread(stored).words(),
                newest.filter(a -> a.version() > 1)
                        .map(a -> "Version " + stored.version() + " of " + a.version() + " of the page"),
                claim.rule(),
                percent(claim.confidence()),
                claim.names().stream()
                        .map(mention -> mention.entity())
                        .distinct()
                        .map(entity -> new Named(EntityRoutes.path(entity), entity.words()))
                        .toList(),
                sight.store().corrections().of(claim.id()).stream()
                        .map(c -> new Corrected(
                                c.what(),
                                corrected(c, sight),
                                words.when(c.at()).words()))
                        .toList(),
                version.flatMap(v -> sight.store().pages().dropped(v.kept())).map(words::when));
    }

    private static String corrected(Correction correction, Sight sight) {
        return switch (correction.what()) {
            case Correction.VOICE -> "it is said by " + correction.words();
            case Correction.STANCE ->
                correction.words().equals("denied")
                        ? "it is a denial"
                        : "it is said as: " + Facets.words("stance", correction.words(), sight);
            default -> "it is no claim" + (correction.words().isEmpty() ? "" : " (" + correction.words() + ")");
        };
    }

    /** The lines that hold the claim, one before and one after; for an item its lead-in and its list. */
    private static List<Line> context(Claim claim, Article article) {
        List<Block> blocks = article.blocks();
        int first = blocks.size();
        int last = -1;
        List<Span> parts = new ArrayList<>(claim.content());
        parts.add(claim.sentence());
        for (int i = 0; i < blocks.size(); i++) {
            Span line = blocks.get(i).span();
            if (parts.stream().anyMatch(line::overlaps)) {
                first = Math.min(first, i);
                last = Math.max(last, i);
            }
        }
        if (last < 0) {
            return List.of();
        }
        if (blocks.get(last) instanceof Block.Item item && item.leadIn().isPresent()) {
            Span leadIn = item.leadIn().get();
            int from = last;
            while (from > 0
                    && last - from < LIST_LINES
                    && !blocks.get(from).span().overlaps(leadIn)) {
                from--;
            }
            first = Math.min(first, from);
            while (last + 1 < blocks.size()
                    && last - first < LIST_LINES
                    && blocks.get(last + 1) instanceof Block.Item next
                    && next.leadIn().equals(item.leadIn())) {
                last++;
            }
        }
        Marked marked = Marked.of(article.text())
                .sentence(claim.sentence())
                .content(claim.content())
                .source(claim.source());
        List<Line> lines = new ArrayList<>();
        for (int i = Math.max(0, first - 1); i <= Math.min(blocks.size() - 1, last + 1); i++) {
            lines.add(new Line(kind(blocks.get(i)), marked.pieces(blocks.get(i).span())));
        }
        return lines;
    }

    static String kind(Block block) {
        return switch (block) {
            case Block.Heading h -> "heading";
            case Block.Paragraph p -> "paragraph";
            case Block.Item i -> "item";
            case Block.Quote q -> "quote";
            case Block.Row r -> "row";
        };
    }

    private static Measured measured(Quantity quantity, String text) {
        return new Measured(
                in(quantity.span(), text),
                Words.amount(quantity),
                quantity.of().map(span -> in(span, text)).orElse(""),
                quantity.when().map(span -> in(span, text)).orElse(""));
    }

    static Offer offer(Proposal proposal, String text) {
        return new Offer(
                Words.act(proposal.act()),
                in(proposal.proposer(), text),
                in(proposal.recipient(), text),
                in(proposal.matter(), text),
                Words.status(proposal.status()),
                in(proposal.reporter(), text),
                proposal.likelihood()
                        .map(likely -> percent(likely.share()) + " sure: " + String.join("; ", likely.signs()))
                        .orElse(""),
                proposal.terms().stream()
                        .map((Term term) -> new OfferTerm(in(term.spans(), text), Words.term(term.kind())))
                        .toList());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static String in(Span span, String text) {
        return span.end() <= text.length() ? span.of(text) : "";
    }

    private static String in(List<Span> spans, String text) {
        return spans.stream().map(span -> in(span, text)).collect(Collectors.joining(" … "));
    }

    private static List<Group> others(StoredClaim stored, Sight sight, Words words) {
        List<Group> groups = new ArrayList<>();
        add(groups, "contradicts", "≠", "Contradicted by", "differ", Relation.Kind.CONTRADICTS, stored, sight, words);
        add(groups, "differs", "≠", "Others say otherwise", "differ", Relation.Kind.DIFFERS, stored, sight, words);
        add(groups, "same", "=", "Others say the same", "plain", Relation.Kind.SAME, stored, sight, words);
        return groups;
    }

    private static void add(
            List<Group> groups,
            String id,
            String mark,
            String heading,
            String kind,
            Relation.Kind relation,
            StoredClaim stored,
            Sight sight,
            Words words) {
        List<Related> related = sight.relations(stored).stream()
                .filter(r -> r.relation().kind() == relation)
                .sorted(java.util.Comparator.comparing(r -> r.other().firstSeen()))
                .toList();
        sight.load(related.stream().map(r -> r.other().article()).toList());
        Contrast contrast = new Contrast(stored, sight);
        Map<String, List<Related>> byOrigin = new LinkedHashMap<>();
        for (Related one : related) {
            String differences = one.relation().differences().stream()
                    .map(difference -> contrast.words(one, difference))
                    .collect(Collectors.joining("; "));
            byOrigin.computeIfAbsent(sight.origin(one.other()) + " " + differences, k -> new ArrayList<>())
                    .add(one);
        }
        OutletNames outlets = OutletNames.of(
                related.stream().map(one -> one.other().publisher()).toList());
        List<Other> others = new ArrayList<>();
        for (List<Related> copies : byOrigin.values()) {
            Related first = copies.get(0);
            others.add(new Other(
                    Card.beside(first.other(), sight, words),
                    first.relation().differences().stream()
                            .map(difference -> contrast.words(first, difference))
                            .toList(),
                    outlets.besides(
                            first.other().publisher(),
                            copies.stream().map(copy -> copy.other().publisher()))));
        }
        if (!others.isEmpty()) {
            groups.add(new Group(id, mark, heading, kind, others));
        }
    }

    /** A text fragment (WICG "Scroll to text"): browsers that know it scroll to the words, others ignore it. */
    static String fragment(Claim claim, String text) {
        String words = in(claim.content().get(0), text).strip();
        int lineEnd = words.indexOf('\n');
        if (lineEnd >= 0) {
            words = words.substring(0, lineEnd).strip();
        }
        if (words.isEmpty()) {
            return "";
        }
        if (words.length() <= FRAGMENT_CHARS) {
            return "#:~:text=" + encoded(words);
        }
        int head = words.indexOf(' ', 60);
        int tail = words.lastIndexOf(' ', words.length() - 60);
        return head < 0 || tail <= head
                ? ""
                : "#:~:text=" + encoded(words.substring(0, head)) + "," + encoded(words.substring(tail + 1));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("-", "%2D");
    }
}
