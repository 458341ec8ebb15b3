package org.hearsay.read.claim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.train.MarkedArticles;

/**
 * Marked articles of our own; {@code claims-gold.md} of the documentation tells the format and how it was marked. Spans are
 * given by their words, which must stand in the article once.
 */
final class Gold {
    /** @param alternatives what the innermost voice may be */
    record MarkedClaim(
            boolean optional,
            List<Said> alternatives,
            List<Sure> stances,
            List<String> cues,
            List<List<Span>> contents,
            boolean item) {}

    /** A voice as marked: its kind, its name or description, and the one before it in the chain, if any. */
    record Said(Kind kind, String words, Optional<String> through) {}

    enum Kind {
        OUTLET,
        NAMED,
        UNNAMED,
        UNRESOLVED
    }

    record Sure(Stance stance, boolean denied) {}

    /** @param optional whether the program is free to find it or not */
    record MarkedProposal(
            boolean optional,
            List<String> acts,
            List<String> statuses,
            List<String> triggers,
            List<String> proposers,
            List<String> recipients,
            Optional<Span> matter,
            List<MarkedTerm> terms) {}

    /**
     * @param optional whether the program is free to find it or not
     * @param spans where its words may be cut, the first reading first
     */
    record MarkedTerm(boolean optional, List<Term.Kind> kinds, List<Span> spans) {}

    record Document(String id, Article article, List<MarkedClaim> claims, List<MarkedProposal> proposals) {}

    private Gold() {}

    static List<Document> read(Path file) throws IOException {
        return MarkedArticles.read(file).stream().map(Gold::document).toList();
    }

    static Document document(MarkedArticles.Marked marked) {
        Article article = marked.article();
        List<MarkedClaim> claims = new ArrayList<>();
        List<MarkedProposal> proposals = new ArrayList<>();
        for (String mark : marked.marks()) {
            try {
                if (mark.startsWith("proposal: ") || mark.startsWith("~ proposal: ")) {
                    proposals.add(proposal(article, mark.substring(mark.indexOf(": ") + 2), mark.startsWith("~")));
                } else if (mark.startsWith("term: ") || mark.startsWith("~ term: ")) {
                    MarkedTerm term = term(article, mark.substring(mark.indexOf(": ") + 2), mark.startsWith("~"));
                    proposals.get(proposals.size() - 1).terms().add(term);
                } else {
                    claims.add(claim(article, MarkedArticles.claim(article, mark)));
                }
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(marked.id() + ": " + mark + ": " + e.getMessage(), e);
            }
        }
        return new Document(marked.id(), article, claims, proposals);
    }

    private static MarkedClaim claim(Article article, MarkedArticles.Mark mark) {
        int start = mark.contents().get(0).get(0).start();
        boolean item = article.blocks().stream()
                .anyMatch(b -> b instanceof Block.Item && b.span().contains(start));
        return new MarkedClaim(
                mark.optional(),
                mark.voices().stream().map(Gold::said).toList(),
                mark.stances().stream().map(Gold::sure).toList(),
                mark.cues(),
                mark.contents(),
                item);
    }

    private static Said said(String words) {
        String[] chain = words.split(" > ");
        String last = chain[chain.length - 1].strip();
        Optional<String> through = chain.length < 2 ? Optional.empty() : Optional.of(chain[chain.length - 2].strip());
        if (last.equals("outlet")) {
            return new Said(Kind.OUTLET, "", through);
        }
        if (last.startsWith("'")) {
            return new Said(Kind.UNNAMED, last.substring(1, last.length() - 1), through);
        }
        return last.startsWith("?")
                ? new Said(Kind.UNRESOLVED, last.substring(1), through)
                : new Said(Kind.NAMED, last, through);
    }

    private static Sure sure(String words) {
        String[] parts = words.split(" ");
        return new Sure(Stance.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts.length > 1);
    }

    private static MarkedProposal proposal(Article article, String mark, boolean optional) {
        String[] parts = mark.split(" \\| ");
        List<String> acts = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        for (String way : MarkedArticles.either(parts[0])) {
            acts.add(way.split(" ")[0]);
            statuses.add(way.split(" ")[1]);
        }
        Optional<Span> matter =
                parts[4].equals("-") ? Optional.empty() : Optional.of(MarkedArticles.span(article, parts[4]));
        return new MarkedProposal(
                optional,
                acts,
                statuses,
                MarkedArticles.either(parts[1]),
                MarkedArticles.either(parts[2]),
                MarkedArticles.either(parts[3]),
                matter,
                new ArrayList<>());
    }

    private static MarkedTerm term(Article article, String mark, boolean optional) {
        String[] parts = mark.split(" \\| ", 2);
        List<Term.Kind> kinds = MarkedArticles.either(parts[0]).stream()
                .map(k -> Term.Kind.valueOf(k.toUpperCase(Locale.ROOT)))
                .toList();
        List<Span> spans = Stream.of(parts[1].split(" \\|\\| "))
                .map(words -> MarkedArticles.span(article, words))
                .toList();
        return new MarkedTerm(optional, kinds, spans);
    }
}
