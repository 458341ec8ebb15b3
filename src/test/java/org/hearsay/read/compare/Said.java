package org.hearsay.read.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.LightReader;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Reading;

/**
 * Statements made of single sentences: quantities as the program reads them, names by their capital letters, so that
 * comparison is tested without the model that finds names.
 */
final class Said {
    private static final Pattern NAME = Pattern.compile("(?:[A-Z][\\w'\u2019.-]+)(?: (?:of )?[A-Z][\\w'\u2019.-]+)*");
    private static final Set<String> PLACES = Set.of(
            "China", "Russia", "Spain", "Germany", "France", "Italy", "Japan", "Syria", "Iraq", "Egypt", "London",
            "Paris");
    private static final LightReader READER = reader();

    private Said() {}

    private static LightReader reader() {
        try {
            return LightReader.load(name -> java.nio.file.Files.newInputStream(java.nio.file.Path.of("models", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(Article article) {
        return READER.read(article);
    }

    static Article article(String id, String text, Optional<String> title, Optional<Instant> published) {
        return new ArticleReader().ofText(new ArticleId(id), text, title, "The Post", published.map(Dated.At::new));
    }

    /** As the program takes a text that is handed in. */
    static Statement given(String id, String text) {
        Article article = article(id, text, Optional.empty(), Optional.empty());
        return new Statement(org.hearsay.read.claim.GivenClaim.of(read(article)).orElseThrow(), article);
    }

    static Statement that(String sentence) {
        return that("s" + sentence.hashCode(), sentence, Stance.ASSERTED, false, Optional.empty());
    }

    static Statement that(String sentence, Stance stance, boolean denied) {
        return that("s" + sentence.hashCode() + stance + denied, sentence, stance, denied, Optional.empty());
    }

    static Statement at(String when, String sentence) {
        return that("s" + sentence.hashCode(), sentence, Stance.ASSERTED, false, Optional.of(Instant.parse(when)));
    }

    /** In the words of somebody who is quoted. */
    static Statement quoted(String sentence, Stance stance) {
        String id = "q" + sentence.hashCode() + stance;
        return that(id, sentence, stance, false, Optional.empty(), Quotation.DIRECT);
    }

    static Statement that(String id, String sentence, Stance stance, boolean denied, Optional<Instant> published) {
        return that(id, sentence, stance, denied, published, Quotation.NONE);
    }

    private static Statement that(
            String id,
            String sentence,
            Stance stance,
            boolean denied,
            Optional<Instant> published,
            Quotation quotation) {
        Article article = article(id, sentence, Optional.empty(), published);
        Reading reading = read(article);
        int end = sentence.endsWith(".") ? sentence.length() - 1 : sentence.length();
        Span content = new Span(0, end);
        List<Mention> names = reading.names().isEmpty() ? capitals(sentence) : reading.names();
        Claim claim = new Claim(
                new ClaimId(id),
                List.of(content),
                new Span(0, sentence.length()),
                List.of(),
                List.of(),
                quotation,
                List.of(new Voice.Outlet("The Post")),
                stance,
                denied,
                names,
                reading.quantities().stream()
                        .filter(q -> content.contains(q.span()))
                        .toList(),
                Optional.empty(),
                1,
                "test");
        return new Statement(claim, article);
    }

    private static List<Mention> capitals(String sentence) {
        List<Mention> names = new ArrayList<>();
        Matcher m = NAME.matcher(sentence);
        while (m.find()) {
            Matcher article = Pattern.compile("^(?:The|In|On|A|For) ").matcher(m.group());
            int from = m.start() + (article.find() ? article.end() : 0);
            String words = m.group().substring(from - m.start()).replaceAll("[.'\u2019]+$", "");
            boolean known = PLACES.contains(words);
            // The first word of a sentence is a name only if it is not alone, or known.
            if (from == 0 && !words.contains(" ") && !known) {
                continue;
            }
            names.add(new Mention(
                    new Span(from, from + words.length()),
                    known ? NameType.LOCATION : NameType.PERSON,
                    new EntityId("x:" + words.toLowerCase(java.util.Locale.ROOT))));
        }
        return names;
    }
}
