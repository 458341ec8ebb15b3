package org.hearsay.keep.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.index.IndexedArticle.IndexedClaim;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Quantity;

/** Makes articles whose every line is a claim of one sentence. */
final class IndexedArticles {
    static final Instant SEEN = Instant.parse("2026-11-20T09:00:00Z");

    private final String address;
    private String outlet = "The Evening Post";
    private String title = "";
    private Optional<Instant> published = Optional.empty();
    private String text = "";
    private Optional<String> origin = Optional.empty();
    private Optional<String> group = Optional.empty();
    private final List<Line> lines = new ArrayList<>();

    private record Line(
            String id,
            Span span,
            Voice voice,
            Stance stance,
            boolean denied,
            List<Mention> names,
            List<Quantity> figures) {}

    private IndexedArticles(String address) {
        this.address = address;
    }

    static IndexedArticles at(String address) {
        return new IndexedArticles(address);
    }

    IndexedArticles outlet(String name) {
        outlet = name;
        return this;
    }

    IndexedArticles title(String words) {
        title = words;
        return this;
    }

    IndexedArticles published(String when) {
        published = Optional.of(Instant.parse(when));
        return this;
    }

    /** Whose text it carries; its own, unless said. */
    IndexedArticles origin(String name) {
        origin = Optional.of(name);
        return this;
    }

    /** What all its lines say alike with others; each its own, unless said. */
    IndexedArticles group(String name) {
        group = Optional.of(name);
        return this;
    }

    /** The outlet says it. */
    IndexedArticles says(String id, String sentence) {
        return line(id, sentence, new Voice.Outlet(outlet), Stance.ASSERTED, false);
    }

    IndexedArticles line(String id, String sentence, Voice voice, Stance stance, boolean denied) {
        int start = text.isEmpty() ? 0 : text.length() + 1;
        text = text.isEmpty() ? sentence : text + "\n" + sentence;
        lines.add(new Line(id, new Span(start, text.length()), voice, stance, denied, List.of(), List.of()));
        return this;
    }

    /** The last line names somebody. */
    IndexedArticles naming(String words, String entity) {
        Line last = lines.remove(lines.size() - 1);
        List<Mention> names = new ArrayList<>(last.names);
        names.add(new Mention(spanOf(words, last), NameType.PERSON, new EntityId(entity)));
        lines.add(new Line(last.id, last.span, last.voice, last.stance, last.denied, names, last.figures));
        return this;
    }

    /** The last line holds a figure. */
    IndexedArticles figure(String words, String amount, String unit) {
        Line last = lines.remove(lines.size() - 1);
        List<Quantity> figures = new ArrayList<>(last.figures);
        Optional<BigDecimal> value = Optional.of(new BigDecimal(amount));
        figures.add(new Quantity(
                spanOf(words, last),
                Quantity.Kind.MEASURE,
                value,
                value,
                unit,
                Quantity.Closeness.EXACT,
                Optional.empty(),
                Optional.empty()));
        lines.add(new Line(last.id, last.span, last.voice, last.stance, last.denied, last.names, figures));
        return this;
    }

    private Span spanOf(String words, Line line) {
        int start = text.indexOf(words, line.span.start());
        return new Span(start, start + words.length());
    }

    IndexedArticle made() {
        PageUrl url = PageUrl.of(address);
        List<IndexedClaim> claims = new ArrayList<>();
        for (Line line : lines) {
            Claim claim = new Claim(
                    new ClaimId(line.id),
                    List.of(line.span),
                    line.span,
                    List.of(),
                    List.of(),
                    Quotation.NONE,
                    line.voice instanceof Voice.Outlet
                            ? List.of(line.voice)
                            : List.of(new Voice.Outlet(outlet), line.voice),
                    line.stance,
                    line.denied,
                    line.names,
                    line.figures,
                    Optional.empty(),
                    0.9,
                    "test");
            String sentence = line.span.of(text);
            claims.add(new IndexedClaim(claim, sentence, sentence, group.orElse(line.id), SEEN));
        }
        return new IndexedArticle(
                ArticleId.of(url),
                url,
                PageUrl.of("https://" + url.host() + "/feed.xml"),
                outlet,
                title.isEmpty() ? Optional.empty() : Optional.of(title),
                Optional.empty(),
                text,
                Optional.of("en"),
                SEEN,
                published,
                "story-" + ArticleId.of(url),
                origin.orElse("origin-" + ArticleId.of(url)),
                claims);
    }
}
