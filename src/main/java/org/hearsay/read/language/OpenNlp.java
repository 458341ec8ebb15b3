package org.hearsay.read.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * OpenNLP's own models, loaded once, and the tools made from them. A tool remembers its last answer and so serves one
 * caller at a time; spare ones wait in a queue, so there are never more than there were callers at once.
 */
final class OpenNlp {
    private static final String VERSION = "1.3-2.5.4";

    private final SentenceModel sentences;
    private final TokenizerModel words;
    private final POSModel tags;
    private final LemmatizerModel lemmas;
    private final LanguageDetectorModel languages;
    private final Queue<Tools> spare = new ConcurrentLinkedQueue<>();

    private OpenNlp() throws IOException {
        sentences = model("opennlp-en-ud-ewt-sentence-" + VERSION + ".bin", SentenceModel::new);
        words = model("opennlp-en-ud-ewt-tokens-" + VERSION + ".bin", TokenizerModel::new);
        tags = model("opennlp-en-ud-ewt-pos-" + VERSION + ".bin", POSModel::new);
        lemmas = model("opennlp-en-ud-ewt-lemmas-" + VERSION + ".bin", LemmatizerModel::new);
        languages = model("langdetect-183.bin", LanguageDetectorModel::new);
    }

    static OpenNlp load() throws IOException {
        return new OpenNlp();
    }

    /** Lends tools that nobody else uses meanwhile. */
    <T> T with(Function<Tools, T> work) {
        Tools polled = spare.poll();
        Tools tools = polled == null ? new Tools(this) : polled;
        T result = work.apply(tools);
        // Not in a finally: tools that threw may hold half an answer.
        spare.add(tools);
        return result;
    }

    String description() {
        return "OpenNLP " + opennlp.tools.util.Version.currentVersion() + ", models UD EWT " + VERSION;
    }

    private interface Parser<M> {
        M parse(InputStream in) throws IOException;
    }

    private static <M> M model(String name, Parser<M> parser) throws IOException {
        try (InputStream in = OpenNlp.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IOException(
                        "OpenNLP's model " + name + " is not on the class path; put the opennlp-models jar"
                                + " that holds it into the program's lib folder");
            }
            return parser.parse(in);
        }
    }

    /** One of each, for one caller at a time. */
    static final class Tools {
        final SentenceDetectorME sentences;
        final TokenizerME words;
        final POSTaggerME tags;
        final LemmatizerME lemmas;
        final LanguageDetectorME languages;

        private Tools(OpenNlp models) {
            sentences = new SentenceDetectorME(models.sentences);
            words = new TokenizerME(models.words);
            tags = new POSTaggerME(models.tags);
            lemmas = new LemmatizerME(models.lemmas);
            languages = new LanguageDetectorME(models.languages);
        }
    }
}
