package org.hearsay.read.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.FullReader;
import org.hearsay.read.language.LightReader;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Reader;
import org.hearsay.read.language.Reading;
import org.hearsay.train.MarkedArticles;

/** Short texts as articles and readings, for tests. */
final class Texts {
    private static final Path MODELS = Path.of("models");

    static final Reader READER = reader();

    private Texts() {}

    /** @see MarkedArticles#article */
    static Article article(String marked) {
        return article(marked, "The Outlet");
    }

    static Article article(String marked, String outlet) {
        return MarkedArticles.article(marked, outlet);
    }

    /**
     * The article as read, but with the names that the test states, so that what is tested is this room and no model.
     *
     * @param names "PERSON Olena Hrynko = Finance Minister; LOCATION Norway"; a person is also found by the last word
     */
    static Reading reading(String marked, String names) {
        Reading read = READER.read(article(marked));
        String text = read.article().text();
        List<Mention> mentions = new ArrayList<>();
        List<Entity> entities = new ArrayList<>();
        for (String entry : names.split(";")) {
            if (entry.isBlank()) {
                continue;
            }
            String[] parts = entry.strip().split(" ", 2);
            String[] nameAndRole = parts[1].split("=", 2);
            String name = nameAndRole[0].strip();
            NameType type = NameType.valueOf(parts[0]);
            EntityId id = new EntityId(parts[0].toLowerCase(Locale.ROOT) + ":"
                    + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
            List<Span> found = occurrences(text, name);
            if (type == NameType.PERSON) {
                String surname = name.substring(name.lastIndexOf(' ') + 1);
                for (Span span : occurrences(text, surname)) {
                    if (found.stream().noneMatch(f -> f.overlaps(span))) {
                        found.add(span);
                    }
                }
            }
            found.removeIf(f -> mentions.stream().anyMatch(m -> m.span().overlaps(f)));
            if (found.isEmpty()) {
                continue;
            }
            found.sort(Comparator.naturalOrder());
            found.forEach(span -> mentions.add(new Mention(span, type, id)));
            entities.add(new Entity(id, name, type, nameAndRole.length < 2 ? "" : nameAndRole[1].strip(), found));
        }
        mentions.sort(Comparator.comparing(Mention::span));
        return new Reading(read.article(), read.english(), read.sentences(), mentions, entities, read.quantities());
    }

    private static List<Span> occurrences(String text, String words) {
        List<Span> found = new ArrayList<>();
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (whole) {
                found.add(new Span(at, end));
            }
        }
        return found;
    }

    /** The reader with the encoder; loaded once, where a test asks for it. */
    static Reader full() {
        return Full.READER;
    }

    private static final class Full {
        static final Reader READER = load();

        private static Reader load() {
            try {
                return FullReader.load(name -> Files.newInputStream(MODELS.resolve(name)), MODELS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Reader reader() {
        try {
            return LightReader.load(name -> Files.newInputStream(MODELS.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
