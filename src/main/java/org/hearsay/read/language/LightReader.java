package org.hearsay.read.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Span;

/**
 * Reads with OpenNLP's models alone: small memory, no native library. Thread-safe: the models are shared, and each
 * caller works with tools of its own.
 *
 * <pre>{@code
 * Reader reader = LightReader.load(name -> Files.newInputStream(models.resolve(name)));
 * }</pre>
 */
public final class LightReader implements Reader {
    /** Words that a tagger looks at together; sentences are far shorter, and lists of numbers are not sentences. */
    private static final int TAGGED_AT_ONCE = 300;

    /**
     * Words of one sentence that the models look at; the longest sentence of the texts at hand has 200. What has more is
     * a table, a list or an attack, and the rest of it has the tag "X".
     */
    static final int READ_OF_A_SENTENCE = 600;

    /** Of a longer word the models see the beginning. */
    private static final int LONGEST_WORD = 60;

    private final OpenNlp models;
    private final Sentences sentences = new Sentences();
    private final Words words;
    private final Lemmas lemmas = new Lemmas();
    private final Tags tags = new Tags();
    private final QuantityFinder quantities = new QuantityFinder();
    private final String nameModel;
    private final NameFinder names;
    private final Entities entities;

    private LightReader(OpenNlp models, NameModel nameModel) {
        this.models = models;
        this.nameModel = nameModel.made();
        Roles roles = new Roles();
        Aliases aliases = new Aliases();
        words = new Words(sentences, aliases);
        names = new NameFinder(nameModel, roles, aliases);
        entities = new Entities(roles, aliases);
    }

    /**
     * Loads the models: OpenNLP's own from the class path, ours from {@code files}.
     *
     * @throws IOException if a model is missing, cut or of another version; its message says which and what to do
     */
    public static LightReader load(ModelFiles files) throws IOException {
        return new LightReader(OpenNlp.load(), NameModel.load(files));
    }

    @Override
    public Reading read(Article article) {
        return models.with(tools -> read(article, tools));
    }

    private Reading read(Article article, OpenNlp.Tools tools) {
        String plain = Clean.plain(article.text());
        boolean english = Language.isEnglish(plain, article.language(), tools.languages);
        List<Sentence> found = new ArrayList<>();
        for (int block = 0; block < article.blocks().size(); block++) {
            Span span = article.blocks().get(block).span();
            for (Span sentence : sentences.in(plain, span.start(), span.end(), tools.sentences)) {
                found.add(new Sentence(
                        sentence,
                        block,
                        english ? tokens(plain, words.in(plain, sentence, tools.words), tools) : List.of()));
            }
        }
        if (!english) {
            return new Reading(article, false, found, List.of(), List.of(), List.of());
        }
        return whole(article, found);
    }

    /**
     * Reads a text whose sentences and words are already known, as those of marked corpora are.
     *
     * @param words for each sentence the spans of its words, in text order
     */
    public Reading read(Article article, List<List<Span>> words) {
        return models.with(tools -> {
            String plain = Clean.plain(article.text());
            List<Sentence> found = new ArrayList<>();
            for (List<Span> spans : words) {
                Span sentence =
                        new Span(spans.getFirst().start(), spans.getLast().end());
                found.add(new Sentence(sentence, blockAt(article, sentence), tokens(plain, spans, tools)));
            }
            return whole(article, found);
        });
    }

    private static int blockAt(Article article, Span sentence) {
        for (int block = 0; block < article.blocks().size(); block++) {
            if (article.blocks().get(block).span().contains(sentence)) {
                return block;
            }
        }
        throw new IllegalArgumentException("no block holds the sentence at " + sentence);
    }

    private Reading whole(Article article, List<Sentence> found) {
        Entities.Joined joined = entities.of(article, found, names.in(article, found));
        return new Reading(article, true, found, joined.mentions(), joined.entities(), quantities.in(article, found));
    }

    private List<Token> tokens(String plain, List<Span> spans, OpenNlp.Tools tools) {
        List<Token> tokens = new ArrayList<>(spans.size());
        int read = Math.min(spans.size(), READ_OF_A_SENTENCE);
        for (int from = 0; from < read; from += TAGGED_AT_ONCE) {
            List<Span> part = spans.subList(from, Math.min(read, from + TAGGED_AT_ONCE));
            String[] texts = new String[part.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = shortened(part.get(i).of(plain));
            }
            String[] universal = tags.mended(texts, tools.tags.tag(texts));
            for (int i = 0; i < texts.length; i++) {
                String text = part.get(i).of(plain).replace('\u2014', '-');
                tokens.add(new Token(part.get(i), text, universal[i], lemmas.of(text, universal[i], tools.lemmas)));
            }
        }
        for (Span span : spans.subList(read, spans.size())) {
            String text = span.of(plain).replace('\u2014', '-');
            tokens.add(new Token(span, text, "X", text.toLowerCase(Locale.ROOT)));
        }
        return tokens;
    }

    private static String shortened(String word) {
        return word.length() <= LONGEST_WORD ? word.replace('\u2014', '-') : word.substring(0, LONGEST_WORD);
    }

    @Override
    public String description() {
        return "light (" + models.description() + "; names: perceptron, " + nameModel + ")";
    }
}
