package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Span;

/**
 * A stored page in its blocks, each claim in it a link; or, for a page that is no article, why, and what its feed says.
 *
 * @param ended claims that earlier versions made and this one does not
 * @param dropped since when its page is not in the archive any more
 */
record ArticlePage(
        String id,
        String title,
        String outlet,
        List<String> authors,
        Optional<Words.When> stated,
        Words.When fetched,
        String source,
        String story,
        List<ClaimPage.Line> lines,
        String claims,
        List<Card> ended,
        List<Version> versions,
        Optional<String> noArticle,
        String detail,
        String summary,
        Optional<Words.When> dropped) {
    record Version(int number, boolean shown) {}

    static ArticlePage of(StoredArticle stored, Sight sight, Words words) {
        List<StoredClaim> all = sight.store().claims().of(stored.id());
        List<StoredClaim> here = all.stream()
                .filter(c -> c.version() == stored.version())
                .sorted(Comparator.comparingInt(c -> c.claim().content().get(0).length()))
                .toList();
        List<Card> ended = all.stream()
                .filter(c -> c.state() != StoredClaim.State.CURRENT && c.version() != stored.version())
                .map(c -> Card.of(c, sight, words, List.of()))
                .toList();
        Optional<Article> article = stored.extraction().readable();
        int newest = Math.max(stored.version(), sight.store().articles().versions(stored.id()));
        List<Version> versions = new ArrayList<>();
        for (int number = 1; newest > 1 && number <= newest; number++) {
            versions.add(new Version(number, number == stored.version()));
        }
        return new ArticlePage(
                stored.id().text(),
                stored.headline(),
                stored.outlet(),
                article.map(Article::authors).orElse(List.of()),
                words.stated(stored),
                words.when(stored.fetched()),
                stored.address().text(),
                stored.story().text(),
                article.map(a -> lines(a, here)).orElse(List.of()),
                here.isEmpty() ? "No claims" : Words.count(here.size(), "claim"),
                ended,
                versions,
                stored.extraction() instanceof Extraction.Unreadable no
                        ? Optional.of(Words.reason(no.why()))
                        : Optional.empty(),
                stored.extraction() instanceof Extraction.Unreadable no ? no.detail() : "",
                stored.hints().summary().orElse(""),
                sight.store().pages().dropped(stored.kept()).map(words::when));
    }

    /** Where claims overlap, a stretch of text links to the shorter one, which came first. */
    private static List<ClaimPage.Line> lines(Article article, List<StoredClaim> claims) {
        List<Marked.Link> links = new ArrayList<>();
        for (StoredClaim claim : claims) {
            for (Span span : claim.claim().content()) {
                if (span.end() <= article.text().length()) {
                    links.add(new Marked.Link(
                            span, "/claims/" + claim.claim().id().text()));
                }
            }
        }
        Marked marked = Marked.of(article.text()).links(links);
        return article.blocks().stream()
                .map(block -> new ClaimPage.Line(ClaimPage.kind(block), marked.pieces(block.span())))
                .toList();
    }
}
