package org.hearsay.keep.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Deliveries.LetterRow;
import org.hearsay.page.Bytes;
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
import org.hearsay.read.claim.Likelihood;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Term;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.Fingerprint;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Quantity;

/** Values with every variant in them, for tests. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");
    static final PageUrl FEED = PageUrl.of("https://star.example/rss");
    static final PageUrl OTHER_FEED = PageUrl.of("https://aurora.example/atom");

    private Samples() {}

    static PageUrl url(String name) {
        return PageUrl.of("https://star.example/" + name);
    }

    static FeedEntry entry(String key, String title) {
        return new FeedEntry(
                key,
                Optional.of("guid " + key),
                Optional.of(url(key)),
                Optional.of(title),
                Optional.empty(),
                List.of("A. Writer"),
                Optional.of(Instant.parse("-0001-01-01T00:00:00Z")),
                Optional.empty());
    }

    static FeedEntry unlinked(String key) {
        return new FeedEntry(
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.of("no link"),
                Optional.of("summary"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static ArticleId article(String name) {
        return ArticleId.of(url(name));
    }

    static StoredArticle stored(String name, int version, Instant fetched) {
        return stored(name, version, fetched, "China");
    }

    /** @param china how it writes that name, in five letters */
    static StoredArticle stored(String name, int version, Instant fetched, String china) {
        ArticleId id = article(name);
        String text = "Heading \ud83d\ude00 " + version + "\n" + china
                + " holds nearly 60% of it.\nlead:\nitem\nquote\na | b";
        Article read = new Article(
                id,
                Optional.of(url(name)),
                "The Star",
                Optional.of("Title of " + name),
                List.of("A. Writer", "Agency"),
                Optional.of(new Dated.At(Instant.parse("2026-11-22T08:00:00Z"))),
                Optional.of(new Dated.On(LocalDate.of(2026, 11, 23))),
                Optional.of("en"),
                Optional.empty(),
                text,
                List.of(
                        new Block.Heading(new Span(0, 5), 2),
                        new Block.Paragraph(new Span(14, 20)),
                        new Block.Item(new Span(21, 22), Optional.of(new Span(14, 20))),
                        new Block.Item(new Span(23, 24), Optional.empty()),
                        new Block.Quote(new Span(25, 26)),
                        new Block.Row(new Span(27, 28))));
        return new StoredArticle(
                id,
                version,
                url(name),
                FEED,
                "The Star",
                NOON,
                fetched,
                new Extraction.Readable(read),
                new Hints(
                        Optional.of("The Star"),
                        Optional.empty(),
                        Optional.of("said a feed"),
                        Optional.of(Instant.parse("2026-11-22T08:00:00Z")),
                        Optional.of("en")),
                new Kept("000001-x.warc.gz", 7L << 32, 900),
                new GroupId(id.text()),
                new GroupId(id.text()),
                List.of(new Mention(new Span(13, 18), NameType.LOCATION, new EntityId("location:china"))),
                List.of(quantity(), someDay()),
                List.of(proposal()));
    }

    static StoredArticle unreadable(String name) {
        StoredArticle readable = stored(name, 1, NOON);
        return new StoredArticle(
                readable.id(),
                1,
                readable.url(),
                FEED,
                "The Star",
                NOON,
                NOON,
                new Extraction.Unreadable(Extraction.Why.CONSENT, "a cookie wall"),
                Hints.NONE,
                readable.kept(),
                readable.story(),
                readable.origin(),
                List.of(),
                List.of(),
                List.of());
    }

    static Fingerprint fingerprint(Optional<Instant> when, long... shingles) {
        TreeSet<Long> set = new TreeSet<>();
        for (long shingle : shingles) {
            set.add(shingle);
        }
        return new Fingerprint(set, new TreeSet<>(List.of("china", "earth")), when, Optional.of("Agency"));
    }

    static Quantity quantity() {
        return new Quantity(
                new Span(33, 36),
                Quantity.Kind.PERCENT,
                Optional.of(new BigDecimal("60.00")),
                Optional.of(new BigDecimal("6E+1")),
                "%",
                Quantity.Closeness.ABOUT,
                Optional.of(new Span(40, 42)),
                Optional.empty());
    }

    static Quantity someDay() {
        return new Quantity(
                new Span(1, 2),
                Quantity.Kind.DATE,
                Optional.empty(),
                Optional.empty(),
                "d",
                Quantity.Closeness.EXACT,
                Optional.empty(),
                Optional.of(new Span(3, 4)));
    }

    static Proposal proposal() {
        return new Proposal(
                Proposal.Act.OFFER,
                Proposal.Status.UNDER_DISCUSSION,
                List.of(new Span(1, 3)),
                List.of(),
                List.of(new Span(4, 5)),
                List.of(new Span(6, 7), new Span(8, 9)),
                List.of(),
                List.of(new Term(List.of(new Span(2, 4)), Term.Kind.DEADLINE, List.of(someDay()))),
                Optional.of(new Likelihood(0.9, List.of("for: a figure"))));
    }

    static StoredClaim claim(String article, String words, int start, Instant seen) {
        ClaimId id = ClaimId.of(article(article), "", List.of(words), 0);
        Claim claim = new Claim(
                id,
                List.of(new Span(start, start + 3), new Span(start + 5, start + 6)),
                new Span(start, start + 9),
                List.of(new Span(start + 7, start + 8)),
                List.of(),
                Quotation.MIXED,
                List.of(
                        new Voice.Outlet("The Star"),
                        new Voice.Named(
                                "Ada Lovelace",
                                Optional.of("Countess"),
                                Optional.of(new EntityId("person:ada")),
                                new Span(1, 2)),
                        new Voice.Unnamed("", new Span(2, 3)),
                        new Voice.Unresolved("he", new Span(3, 4))),
                Stance.PROPOSED,
                true,
                List.of(new Mention(new Span(1, 2), NameType.PERSON, new EntityId("person:ada"))),
                List.of(quantity()),
                Optional.of(proposal()),
                0.1 + 0.2,
                "cue:said");
        return new StoredClaim(
                claim,
                article(article),
                1,
                url(article),
                "The Star",
                words,
                "Sentence with " + words,
                new GroupId(id.text()),
                seen,
                StoredClaim.State.CURRENT,
                Optional.empty());
    }

    static Relation relation(Relation.Kind kind) {
        return new Relation(
                kind,
                0.75,
                List.of(
                        new Difference.Amount(
                                new Span(1, 2), new Span(3, 4), "60 % / 70 %", Optional.of("70 % / 60 %")),
                        new Difference.Actor(new Span(5, 6), new Span(7, 8), "he / she"),
                        new Difference.Denial(new Span(1, 2), new Span(3, 4), "not"),
                        new Difference.Certainty(new Span(1, 2), new Span(3, 4), "may"),
                        new Difference.OfTerm(Optional.of(new Span(9, 10)), Optional.empty(), "missing")),
                List.of("same unit"));
    }

    static LetterRow letter(String id, String watches, LocalDate day) {
        return new LetterRow(
                id,
                "a@example.org",
                watches,
                day,
                NOON,
                NOON.plus(Duration.ofDays(day.getDayOfMonth())),
                Bytes.of(new byte[] {1, 0, -1}),
                Deliveries.State.PREPARED,
                0,
                false,
                NOON,
                Optional.empty());
    }
}
