package org.hearsay.read.language;

import java.util.Optional;
import org.hearsay.read.article.Article;

/** Reads the language of articles. Thread-safe and pure: the same article and models give the same reading. */
public interface Reader {
    Reading read(Article article);

    /** What reads, for people: its kind and its models with their versions. */
    String description();

    /** Vectors of sentences, if the models for them are there. */
    default Optional<SentenceVectors> vectors() {
        return Optional.empty();
    }
}
