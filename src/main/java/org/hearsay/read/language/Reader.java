package org.hearsay.read.language;

import org.hearsay.read.article.Article;

/** Reads the language of articles. Thread-safe and pure: the same article and models give the same reading. */
public interface Reader {
    Reading read(Article article);

    /** What reads, for people: its kind and its models with their versions. */
    String description();
}
