package org.hearsay.read.language;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import opennlp.tools.namefind.TokenNameFinder;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * Reads with an encoder inside OpenNLP's frame: better names, and with them who said what. Needs a native library, which
 * exists for the common platforms, and some 250 MB. Thread-safe; the same text gives the same reading on any thread.
 *
 * <pre>{@code
 * Reader reader = FullReader.load(name -> Files.newInputStream(models.resolve(name)), models);
 * }</pre>
 */
public final class FullReader implements Reader {
    private final Frame frame;
    private final Encoder encoder;
    private final Taggers taggers;
    private final Optional<SentenceVectors> vectors;
    private final boolean all;
    private final int mostPieces;

    private FullReader(
            Frame frame,
            Encoder encoder,
            Taggers taggers,
            Optional<SentenceVectors> vectors,
            boolean all,
            int mostPieces) {
        this.frame = frame;
        this.encoder = encoder;
        this.taggers = taggers;
        this.vectors = vectors;
        this.all = all;
        this.mostPieces = mostPieces;
    }

    /**
     * Loads the models: OpenNLP's own from the class path, ours from {@code files}.
     *
     * @param folder where those files lie, for the runtime maps the largest itself
     * @throws IOException if a model or the native library is missing or does not fit; its message is one line that says
     *     which and what to do, and {@link LightReader} may still load
     */
    public static FullReader load(ModelFiles files, Path folder) throws IOException {
        Encoder encoder = Encoder.load(files, folder);
        Optional<SentenceVectors> vectors = EncoderVectors.load(encoder);
        return new FullReader(
                new Frame(OpenNlp.load(), NameModel.load(files)),
                encoder,
                Taggers.load(encoder),
                vectors,
                true,
                Marked.MOST_PIECES);
    }

    /** The same reader without attributions and worth, which take nearly half of the time. */
    public FullReader namesOnly() {
        return new FullReader(frame, encoder, taggers, vectors, false, mostPieces);
    }

    /** The same reader that leaves a text to the perceptron after so many pieces. */
    FullReader upTo(int pieces) {
        return new FullReader(frame, encoder, taggers, vectors, all, pieces);
    }

    @Override
    public Reading read(Article article) {
        return frame.read(article, Optional.of(this::mark));
    }

    @Override
    public Reading read(Article article, List<List<Span>> words) {
        return frame.read(article, words, Optional.of(this::mark));
    }

    private Marked mark(String plain, List<Block> blocks) {
        return Marked.in(plain, blocks, encoder, taggers, all, mostPieces);
    }

    @Override
    public Optional<SentenceVectors> vectors() {
        return vectors;
    }

    @Override
    public boolean rest(Duration longest) throws InterruptedException {
        return encoder.rest(longest);
    }

    /** The encoder's names as OpenNLP's tools want them, for words whose text is not known. Thread-safe. */
    public TokenNameFinder finder() {
        return new EncoderNames(encoder);
    }

    @Override
    public String description() {
        return "full (encoder " + encoder.files().made() + ", ONNX Runtime "
                + encoder.runtime().getVersion() + "; " + frame.frameDescription() + ")";
    }
}
