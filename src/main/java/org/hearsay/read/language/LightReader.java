package org.hearsay.read.language;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;

/**
 * Reads with OpenNLP's models and a perceptron's names alone: small memory, no native library. Thread-safe: the models are
 * shared, and each caller works with tools of its own.
 *
 * <pre>{@code
 * Reader reader = LightReader.load(name -> Files.newInputStream(models.resolve(name)));
 * }</pre>
 */
public final class LightReader implements Reader {
    private final Frame frame;
    private final Optional<String> why;

    private LightReader(Frame frame, Optional<String> why) {
        this.frame = frame;
        this.why = why;
    }

    /**
     * Loads the models: OpenNLP's own from the class path, ours from {@code files}.
     *
     * @throws IOException if a model is missing, cut or of another version; its message says which and what to do
     */
    public static LightReader load(ModelFiles files) throws IOException {
        return new LightReader(new Frame(OpenNlp.load(), NameModel.load(files)), Optional.empty());
    }

    @Override
    public Reading read(Article article) {
        return frame.read(article, Optional.empty());
    }

    @Override
    public Reading read(Article article, List<List<Span>> words) {
        return frame.read(article, words, Optional.empty());
    }

    /** The same reader, which says that it reads in place of the full one, and why. */
    public LightReader because(String reason) {
        return new LightReader(frame, Optional.of(reason));
    }

    @Override
    public String description() {
        return "light (" + frame.description() + ")"
                + why.map(reason -> ", because " + reason).orElse("");
    }
}
