package org.hearsay.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.hearsay.read.language.NameFeatures;
import org.hearsay.read.language.NameModel;
import org.hearsay.read.language.WordKnowledge;

/**
 * Makes the light reader's name model from labelled corpora: an averaged perceptron over whole sentences. The same corpora
 * give the same bytes.
 *
 * <pre>{@code
 * NamesTrainer.train(Path.of("corpora/names"), Path.of("models/en/names.bin"), System.err::println);
 * }</pre>
 */
public final class NamesTrainer {
    private static final int EPOCHS = 8;

    private NamesTrainer() {}

    /**
     * How often a file is read, in hundredths: GMB is 60 % of all and its labels are a machine's; politics is what our
     * readers read; messages of social networks write names like nobody else.
     */
    private static int share(Path file) {
        String name = file.getFileName().toString();
        return switch (name) {
            case "gmb_clean.conll" -> 40;
            case "crossner_politics_train.conll" -> 300;
            case "btc_f.conll", "btc_g.conll", "wnut17_train.conll" -> 50;
            case "crossner_ai.conll", "crossner_music.conll", "crossner_literature.conll", "crossner_science.conll" ->
                50;
            default -> 100;
        };
    }

    /**
     * @param corpus a folder with {@code train/*.conll}, {@code clusters.tsv} and {@code gaz_*.txt}
     * @param out the model's file; its folder is made
     * @param say takes lines of progress
     */
    public static void train(Path corpus, Path out, Consumer<String> say) throws IOException {
        long start = System.nanoTime();
        WordKnowledge knowledge = knowledge(corpus);
        List<NameCorpus.Labelled> sentences = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (Path file : NameCorpus.files(corpus.resolve("train"))) {
            List<NameCorpus.Labelled> all = NameCorpus.read(file);
            int before = sentences.size();
            int share = share(file);
            for (int i = 0; i < all.size(); i++) {
                // Spread evenly over the file, so that no chance is needed.
                long times = (i + 1L) * share / 100 - (long) i * share / 100;
                for (long n = 0; n < times; n++) {
                    sentences.add(all.get(i));
                }
            }
            if (sentences.size() > before) {
                String name = file.getFileName().toString().replace(".conll", "");
                sources.add(name + " x " + share + " %");
                say.accept("read " + name + ": " + (sentences.size() - before) + " sentences of " + all.size());
            }
        }
        say.accept("training on " + sentences.size() + " sentences");
        NameModel model = new Perceptron(sentences, new NameFeatures(knowledge))
                .trained(EPOCHS, knowledge, String.join(", ", sources), say);
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream file = Files.newOutputStream(out)) {
            model.write(file);
        }
        say.accept(String.format(
                Locale.ROOT,
                "wrote %s: %,d bytes after %d s",
                out,
                Files.size(out),
                (System.nanoTime() - start) / 1_000_000_000));
    }

    private static WordKnowledge knowledge(Path corpus) throws IOException {
        Map<String, String> clusters = new HashMap<>();
        for (String line : Files.readAllLines(corpus.resolve("clusters.tsv"))) {
            String[] columns = line.split("\t");
            // Of a word seen less often the cluster is chance.
            if (columns.length == 3 && Integer.parseInt(columns[2]) >= 5) {
                clusters.put(columns[1], columns[0]);
            }
        }
        Map<String, List<String>> lists = new HashMap<>();
        for (String kind : List.of("city", "company", "country", "first")) {
            lists.put(kind, names(corpus.resolve("gaz_" + kind + ".txt")));
        }
        lists.put("demonym", names(corpus.resolve("demonyms.txt")));
        return new WordKnowledge(clusters, lists);
    }

    private static List<String> names(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
