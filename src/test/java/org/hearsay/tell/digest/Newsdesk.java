package org.hearsay.tell.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Term;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;

/** Fills a store with articles of one sentence a claim, as intake would. */
final class Newsdesk {
    private final Store store;
    private final Map<String, String> texts = new HashMap<>();

    Newsdesk(Store store) {
        this.store = store;
    }

    /** An article whose text is these sentences, one a line. */
    ArticleId article(String outlet, String title, String story, String origin, Instant seen, String... sentences) {
        return version(1, outlet, title, story, origin, seen, sentences);
    }

    ArticleId version(
            int version, String outlet, String title, String story, String origin, Instant seen, String... sentences) {
        PageUrl url = url(outlet, title);
        ArticleId id = ArticleId.of(url);
        String text = String.join("\n", sentences);
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String sentence : sentences) {
            blocks.add(new Block.Paragraph(new Span(start, start + sentence.length())));
            start += sentence.length() + 1;
        }
        Article read = new Article(
                id,
                Optional.of(url),
                outlet,
                Optional.of(title),
                List.of(),
                Optional.of(new Dated.At(seen.minusSeconds(1800))),
                Optional.empty(),
                Optional.of("en"),
                Optional.empty(),
                text,
                blocks);
        texts.put(id.text(), text);
        store.articles()
                .add(
                        new StoredArticle(
                                id,
                                version,
                                url,
                                PageUrl.of("https://feeds.example/" + outlet.hashCode()),
                                outlet,
                                seen,
                                seen,
                                new Extraction.Readable(read),
                                Hints.NONE,
                                new Kept("x.warc.gz", version, 10),
                                new GroupId(story),
                                new GroupId(origin),
                                List.of(),
                                List.of(),
                                List.of()),
                        new Fingerprint(new TreeSet<>(), new TreeSet<>(), Optional.of(seen), Optional.empty()));
        return id;
    }

    static PageUrl url(String outlet, String title) {
        return PageUrl.of("https://" + Integer.toHexString(outlet.hashCode()) + ".example/"
                + Integer.toHexString(title.hashCode()));
    }

    /** Something to say about a sentence before it is put into the store. */
    final class Draft {
        private final ArticleId article;
        private final String words;
        private final List<Voice> voices = new ArrayList<>();
        private Stance stance = Stance.ASSERTED;
        private boolean denied;
        private Optional<Proposal> proposal = Optional.empty();

        private Draft(ArticleId article, String words) {
            this.article = article;
            this.words = words;
            voices.add(new Voice.Outlet(outlet(article)));
        }

        Draft named(String name, String role) {
            voices.add(new Voice.Named(name, Optional.of(role), Optional.empty(), span(words)));
            return this;
        }

        Draft unnamed(String description) {
            voices.add(new Voice.Unnamed(description, span(words)));
            return this;
        }

        Draft stance(Stance as, boolean no) {
            stance = as;
            denied = no;
            return this;
        }

        Draft terms(String... terms) {
            List<Term> list = new ArrayList<>();
            for (String term : terms) {
                list.add(new Term(List.of(span(term)), Term.Kind.GIVES, List.of()));
            }
            proposal = Optional.of(new Proposal(
                    Proposal.Act.OFFER,
                    Proposal.Status.OFFERED,
                    List.of(span(words)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    list));
            return this;
        }

        private Span span(String part) {
            int at = text().indexOf(part);
            return new Span(at, at + part.length());
        }

        private String text() {
            return texts.getOrDefault(article.text(), "");
        }

        ClaimId put(String group, Instant seen) {
            return put(group, seen, 1);
        }

        ClaimId put(String group, Instant seen, int version) {
            ClaimId id = ClaimId.of(article, "", List.of(words), 0);
            Claim claim = new Claim(
                    id,
                    List.of(span(words)),
                    span(words),
                    List.of(),
                    List.of(),
                    Quotation.NONE,
                    voices,
                    stance,
                    denied,
                    List.of(),
                    List.of(),
                    proposal,
                    0.9,
                    "test");
            StoredArticle stored = store.articles().current(article).orElseThrow();
            store.claims()
                    .put(
                            new StoredClaim(
                                    claim,
                                    article,
                                    version,
                                    stored.url(),
                                    stored.outlet(),
                                    words,
                                    words,
                                    new GroupId(group),
                                    seen,
                                    StoredClaim.State.CURRENT,
                                    Optional.empty()),
                            Set.of());
            return id;
        }
    }

    Draft claim(ArticleId article, String words) {
        return new Draft(article, words);
    }

    private String outlet(ArticleId article) {
        return store.articles().current(article).orElseThrow().outlet();
    }
}
