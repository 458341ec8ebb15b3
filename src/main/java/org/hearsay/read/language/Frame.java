package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;

/**
 * The order of work that all readers share: clean-up, language, sentences, words, tags and lemmas by OpenNLP, then names,
 * entities and quantities. What finds the names is given with each article. Thread-safe.
 */
final class Frame {
    /** Words that a tagger looks at together; sentences are far shorter, and lists of numbers are not sentences. */
    private static final int TAGGED_AT_ONCE = 300;

    /**
     * Words of one sentence that the models look at; the longest sentence of the texts at hand has 200. What has more is
     * a table, a list or an attack, and the rest of it has the tag "X".
     */
    static final int READ_OF_A_SENTENCE = 600;

    /**
     * Words of one text that the models look at, some ten seconds' work; the longest article of the texts at hand has 8,000.
     * The sentences of the rest are found, and their words have the tag "X".
     */
    static final int READ_OF_A_TEXT = 200_000;

    /** Of a longer word the models see the beginning. */
    private static final int LONGEST_WORD = 60;

    private final OpenNlp models;
    private final NameModel nameModel;
    private final Sentences sentences = new Sentences();
    private final Words words;
    private final Lemmas lemmas = new Lemmas();
    private final Tags tags = new Tags();
    private final QuantityFinder quantities = new QuantityFinder();
    private final NameFinder names;
    private final Entities entities;

    Frame(OpenNlp models, NameModel nameModel) {
        this.models = models;
        this.nameModel = nameModel;
        Roles roles = new Roles();
        Aliases aliases = new Aliases();
        words = new Words(sentences, aliases);
        names = new NameFinder(nameModel, roles, aliases);
        entities = new Entities(roles, aliases);
    }

    /** What marks the names and more in the plain form of a text. */
    @FunctionalInterface
    interface Marker {
        Marked mark(String plain, List<Block> blocks);
    }

    /** @param marker absent where the names are the perceptron's */
    Reading read(Article article, Optional<Marker> marker) {
        return models.with(tools -> read(article, marker, tools));
    }

    private Reading read(Article article, Optional<Marker> marker, OpenNlp.Tools tools) {
        String plain = Clean.plain(article.text());
        boolean english = Language.isEnglish(plain, article.language(), tools.languages);
        Optional<Marked> marked = english ? marker.map(by -> by.mark(plain, article.blocks())) : Optional.empty();
        NameEdges edges = new NameEdges(marked.map(Marked::names).orElse(List.of()));
        List<Sentence> found = new ArrayList<>();
        int read = 0;
        for (int block = 0; block < article.blocks().size(); block++) {
            Span span = article.blocks().get(block).span();
            for (Span sentence : sentences.in(plain, span.start(), span.end(), tools.sentences)) {
                List<Token> tokens = english
                        ? tokens(
                                plain,
                                edges.cut(plain, words.in(plain, sentence, tools.words)),
                                READ_OF_A_TEXT - read,
                                tools)
                        : List.of();
                read += tokens.size();
                found.add(new Sentence(sentence, block, tokens));
            }
        }
        if (!english) {
            return new Reading(article, false, found, List.of(), List.of(), List.of());
        }
        return whole(article, found, marked);
    }

    /** As {@link Reader#read(Article, List)} says. */
    Reading read(Article article, List<List<Span>> given, Optional<Marker> marker) {
        return models.with(tools -> {
            String plain = Clean.plain(article.text());
            List<Sentence> found = new ArrayList<>();
            for (List<Span> spans : given) {
                Span sentence =
                        new Span(spans.getFirst().start(), spans.getLast().end());
                found.add(new Sentence(
                        sentence, blockAt(article, sentence), tokens(plain, spans, READ_OF_A_TEXT, tools)));
            }
            return whole(article, found, marker.map(by -> by.mark(plain, article.blocks())));
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

    private Reading whole(Article article, List<Sentence> found, Optional<Marked> marked) {
        List<Name> named = marked.map(by -> names.in(article, found, by)).orElseGet(() -> names.in(article, found));
        Entities.Joined joined = entities.of(article, found, named);
        return new Reading(
                article,
                true,
                found,
                joined.mentions(),
                joined.entities(),
                quantities.in(article, found),
                marked.flatMap(by -> by.tagging(found)));
    }

    /** @param most how many words the models may still look at */
    private List<Token> tokens(String plain, List<Span> spans, int most, OpenNlp.Tools tools) {
        List<Token> tokens = new ArrayList<>(spans.size());
        int read = Math.clamp(most, 0, Math.min(spans.size(), READ_OF_A_SENTENCE));
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

    String description() {
        return models.description() + "; names: perceptron, " + nameModel.made();
    }

    String frameDescription() {
        return models.description();
    }
}
