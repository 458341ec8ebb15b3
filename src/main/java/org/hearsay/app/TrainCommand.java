package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearsay.train.ArticleTrainer;
import org.hearsay.train.NamesTrainer;
import org.hearsay.train.PairsTrainer;
import org.hearsay.train.ReportsTrainer;
import org.hearsay.train.StancesTrainer;
import org.hearsay.train.StatementsTrainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "train", mixinStandardHelpOptions = true, description = "Make a model of models/ from a corpus.")
final class TrainCommand implements Callable<Integer> {
    /** What can be trained. */
    enum Model {
        NAMES,
        PAIRS,
        ARTICLE,
        REPORTS,
        STATEMENTS,
        STANCES
    }

    @Parameters(paramLabel = "names|pairs|article|reports|statements|stances", description = "which model")
    @SuppressWarnings("NullAway.Init")
    private Model model;

    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "DIR",
            description =
                    "names: the folder that holds train/ and its lists; pairs: one with a folder of pairs for each set; article:"
                            + " one with folders of marked pages; reports, statements and stances: one with marked articles")
    @SuppressWarnings("NullAway.Init")
    private Path corpus;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "where the model goes; stances: the folder of its two lists")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--table", paramLabel = "FILE", description = "pairs: more of them, lines of kind, label, a, b")
    @Nullable
    private Path table;

    @Option(
            names = "--judged",
            paramLabel = "FILE",
            description = "statements: clauses of pages that were judged by eye")
    @Nullable
    private Path judged;

    @Override
    public Integer call() {
        if (!Files.isDirectory(corpus)) {
            throw Stop.usage(corpus + " is no folder: name the one that holds the marked texts with --corpus");
        }
        try {
            switch (model) {
                case NAMES -> NamesTrainer.train(corpus, out, Serving::say);
                case PAIRS ->
                    PairsTrainer.train(
                            corpus,
                            Optional.ofNullable(table),
                            out,
                            LanguageModels.namesOnly(new Options().settings()),
                            Serving::say);
                case ARTICLE -> ArticleTrainer.train(corpus, out, Serving::say);
                case REPORTS -> ReportsTrainer.train(corpus, out, LanguageModels.both(), Serving::say);
                case STATEMENTS ->
                    StatementsTrainer.train(
                            corpus, Optional.ofNullable(judged), out, LanguageModels.both(), Serving::say);
                case STANCES -> StancesTrainer.train(corpus, out, LanguageModels.both(), Serving::say);
            }
        } catch (IOException e) {
            throw Stop.failed("no model was made: " + Reasons.of(e));
        }
        return Stop.OK;
    }
}
