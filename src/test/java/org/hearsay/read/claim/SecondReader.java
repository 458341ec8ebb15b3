package org.hearsay.read.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;
import org.hearsay.train.MarkedArticles;
import org.hearsay.train.Pairing;

/**
 * Articles that somebody marked once more without having seen the first marks: how well two people agree is as much as a
 * program can be asked for. The second marks lie in a file of their own, under the articles' ids.
 */
final class SecondReader {
    private SecondReader() {}

    /**
     * The articles of {@code first} in the same order, with the marks of the second file.
     *
     * @throws IllegalArgumentException if an article is not marked there
     */
    static List<Gold.Document> read(Path second, List<Gold.Document> first) throws IOException {
        Map<String, List<String>> marks = new HashMap<>();
        for (String entry : Files.readString(second).split("(?m)^== ")) {
            List<String> lines = entry.lines().map(String::strip).toList();
            if (!entry.isBlank() && !entry.startsWith("#")) {
                marks.put(
                        lines.get(0).split(" ")[0],
                        lines.stream().skip(2).filter(line -> !line.isEmpty()).toList());
            }
        }
        List<Gold.Document> read = new ArrayList<>();
        for (Gold.Document document : first) {
            List<String> of = Optional.ofNullable(marks.get(document.id().split(" ")[0]))
                    .orElseThrow(() -> new IllegalArgumentException("not marked in " + second + ": " + document.id()));
            read.add(Gold.document(new MarkedArticles.Marked(document.id(), document.article(), of)));
        }
        return read;
    }

    /** What is marked as if it had been found, in the order of the marks: the first of several answers. */
    static Findings findings(Gold.Document document) {
        Article article = document.article();
        List<Claim> claims = new ArrayList<>();
        for (Gold.MarkedClaim mark : document.claims()) {
            List<Span> content = mark.contents().get(0);
            Gold.Sure sure = mark.stances().get(0);
            claims.add(new Claim(
                    new ClaimId("second " + claims.size()),
                    content,
                    content.get(0),
                    List.of(),
                    first(article, mark.cues()),
                    Quotation.NONE,
                    List.of(voice(mark.alternatives().get(0), content.get(0))),
                    sure.stance(),
                    sure.denied(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    1,
                    "second reader"));
        }
        List<Proposal> proposals =
                document.proposals().stream().map(p -> proposal(article, p)).toList();
        return new Findings(Texts.READER.read(article), claims, proposals);
    }

    /**
     * What both mark must be found, and either reading of it is right; what one of them marks may be found.
     */
    static Gold.Document agreed(Gold.Document first, Gold.Document second) {
        String text = first.article().text();
        Findings found = findings(second);
        List<Gold.MarkedClaim> claims = merged(
                first.claims(),
                second.claims(),
                GoldPairs.claims(text, first.claims(), found.claims()),
                SecondReader::both,
                SecondReader::free);
        List<Gold.MarkedProposal> proposals = merged(
                first.proposals(),
                second.proposals(),
                GoldPairs.proposals(text, first.proposals(), found.proposals()),
                (a, b) -> both(text, a, b),
                SecondReader::free);
        return new Gold.Document(first.id(), first.article(), claims, proposals);
    }

    private static Gold.MarkedClaim both(Gold.MarkedClaim a, Gold.MarkedClaim b) {
        return new Gold.MarkedClaim(
                a.optional() || b.optional(),
                either(a.alternatives(), b.alternatives()),
                either(a.stances(), b.stances()),
                either(a.cues(), b.cues()),
                either(a.contents(), b.contents()),
                a.item());
    }

    private static Gold.MarkedClaim free(Gold.MarkedClaim a) {
        return new Gold.MarkedClaim(true, a.alternatives(), a.stances(), a.cues(), a.contents(), a.item());
    }

    private static Gold.MarkedProposal both(String text, Gold.MarkedProposal a, Gold.MarkedProposal b) {
        List<Gold.MarkedTerm> terms = merged(
                a.terms(),
                b.terms(),
                GoldPairs.terms(text, a.terms(), terms(b)),
                (x, y) -> new Gold.MarkedTerm(
                        x.optional() || y.optional(), either(x.kinds(), y.kinds()), either(x.spans(), y.spans())),
                SecondReader::free);
        return new Gold.MarkedProposal(
                a.optional() || b.optional(),
                joined(a.acts(), b.acts()),
                joined(a.statuses(), b.statuses()),
                either(a.triggers(), b.triggers()),
                either(a.proposers(), b.proposers()),
                either(a.recipients(), b.recipients()),
                a.matter().or(b::matter),
                terms);
    }

    private static Gold.MarkedProposal free(Gold.MarkedProposal a) {
        return new Gold.MarkedProposal(
                true, a.acts(), a.statuses(), a.triggers(), a.proposers(), a.recipients(), a.matter(), a.terms());
    }

    private static Gold.MarkedTerm free(Gold.MarkedTerm a) {
        return new Gold.MarkedTerm(true, a.kinds(), a.spans());
    }

    private static <T> List<T> merged(
            List<T> first, List<T> second, List<Pairing> pairs, BinaryOperator<T> both, UnaryOperator<T> free) {
        List<T> merged = new ArrayList<>();
        pairs.forEach(pair -> merged.add(both.apply(first.get(pair.mark()), second.get(pair.found()))));
        merged.addAll(left(first, pairs.stream().map(Pairing::mark), free));
        merged.addAll(left(second, pairs.stream().map(Pairing::found), free));
        return merged;
    }

    /** Those that are in no pair. */
    private static <T> List<T> left(List<T> all, Stream<Integer> paired, UnaryOperator<T> free) {
        Set<Integer> taken = paired.collect(Collectors.toSet());
        return IntStream.range(0, all.size())
                .filter(k -> !taken.contains(k))
                .mapToObj(k -> free.apply(all.get(k)))
                .toList();
    }

    private static <T> List<T> either(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    private static <T> List<T> joined(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static Voice voice(Gold.Said said, Span at) {
        return switch (said.kind()) {
            case OUTLET -> new Voice.Outlet("");
            case NAMED -> new Voice.Named(said.words(), Optional.empty(), Optional.empty(), at);
            case UNNAMED -> new Voice.Unnamed(said.words(), at);
            case UNRESOLVED -> new Voice.Unresolved(said.words(), at);
        };
    }

    private static Proposal proposal(Article article, Gold.MarkedProposal mark) {
        return new Proposal(
                Proposal.Act.valueOf(upper(mark.acts().get(0))),
                Proposal.Status.valueOf(upper(mark.statuses().get(0))),
                first(article, mark.triggers()),
                first(article, mark.proposers()),
                first(article, mark.recipients()),
                mark.matter().stream().toList(),
                List.of(),
                terms(mark));
    }

    private static List<Term> terms(Gold.MarkedProposal mark) {
        return mark.terms().stream()
                .map(t -> new Term(List.of(t.spans().get(0)), t.kinds().get(0), List.of()))
                .toList();
    }

    /** Where the first of the answers stands; nowhere if it is none ("-"). */
    private static List<Span> first(Article article, List<String> answers) {
        String words = answers.get(0);
        int at = words.equals("-") ? -1 : article.text().indexOf(words);
        return at < 0 ? List.of() : List.of(new Span(at, at + words.length()));
    }

    private static String upper(String words) {
        return words.toUpperCase(Locale.ROOT);
    }
}
