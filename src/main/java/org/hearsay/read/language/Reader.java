package org.hearsay.read.language;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;

/** Reads the language of articles. Thread-safe and pure: the same article and models give the same reading. */
public interface Reader {
    Reading read(Article article);

    /**
     * Reads a text whose sentences and words are already known, as those of marked corpora are.
     *
     * @param words for each sentence the spans of its words, in text order
     */
    Reading read(Article article, List<List<Span>> words);

    /** What reads, for people: its kind and its models with their versions. */
    String description();

    /** Vectors of sentences, if the models for them are there. */
    default Optional<SentenceVectors> vectors() {
        return Optional.empty();
    }

    /**
     * Waits for what runs in native code and lets nothing begin there any more, for good: whoever reads after it waits for
     * ever. For the end of the process, which crashes now and then if it unloads a library in the middle of a run.
     *
     * @return false if something still ran after that time
     */
    default boolean rest(Duration longest) throws InterruptedException {
        return true;
    }
}
