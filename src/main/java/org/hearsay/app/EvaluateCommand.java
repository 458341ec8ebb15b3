package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hearsay.read.language.Reader;
import org.hearsay.train.ArticleScore;
import org.hearsay.train.NamesScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Score a model on marked texts.")
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "names|article", description = "which model")
    @SuppressWarnings("NullAway.Init")
    private TrainCommand.Model model;

    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "DIR",
            description = "names: a folder of CoNLL files; article: a folder of marked pages, or of such folders")
    @SuppressWarnings("NullAway.Init")
    private Path corpus;

    @Override
    public Integer call() {
        if (!Files.isDirectory(corpus)) {
            throw Stop.usage(corpus + " is no folder: name one of marked texts with --corpus");
        }
        // The table is the result, so it goes to stdout.
        try {
            switch (model) {
                case NAMES -> {
                    Reader reader = LanguageModels.namesOnly(options.settings());
                    System.out.println(reader.description());
                    var unused = NamesScore.evaluate(corpus, reader, System.out::println);
                }
                case PAIRS ->
                    throw Stop.usage(
                            "\"train pairs\" scores its model on pairs that it was not grown on; compare --pairs"
                                    + " writes what the model of the program says");
                case ARTICLE -> ArticleScore.evaluate(corpus, Installation.articles(), System.out::println);
            }
        } catch (IOException e) {
            throw Stop.failed(corpus + " cannot be read: " + Reasons.of(e));
        }
        return Stop.OK;
    }
}
