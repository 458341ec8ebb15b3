package org.hearsay.read.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.Quantity;
import org.hearsay.read.language.Reading;
import org.hearsay.read.language.Sentence;
import org.hearsay.read.language.Token;

/** A sentence with the questions that rules ask of it. Tokens are named by their index. */
final class Line {
    /** Money of several countries, so that no unit can be told: "4.2 billion crowns". */
    private static final Set<String> COINS = Set.of(
            "crowns", "francs", "marks", "florins", "guilders", "pesos", "dinars", "shillings", "pounds", "lira");

    private final Reading reading;
    private final Sentence sentence;
    private final Quotes quotes;
    private final String[] lower;
    private final String[] tags;
    private final String[] lemmas;
    private final int body;
    private final int[] mentions;
    private final List<Quantity> quantities;

    /**
     * @param firstMention index of the first of the reading's names that may lie in the sentence
     * @param quantities those of the sentence
     */
    Line(
            Reading reading,
            Sentence sentence,
            Quotes quotes,
            int firstMention,
            List<Quantity> quantities,
            Lexicon lexicon) {
        this.reading = reading;
        this.sentence = sentence;
        this.quotes = quotes;
        this.quantities = List.copyOf(quantities);
        this.lower = new String[sentence.tokens().size()];
        this.tags = new String[lower.length];
        this.lemmas = new String[lower.length];
        this.mentions = new int[lower.length];
        int next = firstMention;
        for (int i = 0; i < lower.length; i++) {
            Token token = sentence.tokens().get(i);
            lower[i] = token.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
            while (next < reading.names().size()
                    && reading.names().get(next).span().end() <= token.span().start()) {
                next++;
            }
            boolean named = next < reading.names().size()
                    && reading.names().get(next).span().overlaps(token.span());
            mentions[i] = named ? next : -1;
            tags[i] = tag(token, named);
            lemmas[i] = token.lemma();
        }
        String[] before = tags.clone();
        Retag.mend(lower, tags, mentions, lexicon);
        LostVerbs.find(lower, tags, mentions, lexicon);
        for (int i = 0; i < lower.length; i++) {
            boolean unknown = tags[i].equals("VERB")
                    && (!before[i].equals("VERB") || lexicon.verb(lemmas[i]).isEmpty());
            lemmas[i] = unknown ? lexicon.verbOfForm(lower[i]).orElse(lemmas[i]) : lemmas[i];
            boolean form = tags[i].equals("VERB") && lower[i].endsWith("ing") && lemmas[i].endsWith("ing");
            lemmas[i] = form || unknown && lexicon.verb(lemmas[i]).isEmpty()
                    ? lexicon.baseOf(lower[i]).orElse(lemmas[i])
                    : lemmas[i];
        }
        this.body = Labels.end(this);
    }

    /** A capital word inside a name is one, whatever the tagger thought of it at the sentence's start. */
    private static String tag(Token token, boolean named) {
        boolean capital = Character.isUpperCase(token.text().charAt(0));
        return named && capital && !token.tag().equals("PUNCT") ? "PROPN" : token.tag();
    }

    Reading reading() {
        return reading;
    }

    Sentence sentence() {
        return sentence;
    }

    Quotes quotes() {
        return quotes;
    }

    int size() {
        return lower.length;
    }

    /** Where what is said begins: behind a dateline, the time in a live blog, and the "Q:" of an interview. */
    int body() {
        return body;
    }

    /** The token in lower case, with a straight apostrophe; empty outside the sentence. */
    String word(int i) {
        return i < 0 || i >= lower.length ? "" : lower[i];
    }

    boolean is(int i, String... words) {
        for (String word : words) {
            if (word(i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** Empty outside the sentence. */
    String tag(int i) {
        return i < 0 || i >= lower.length ? "" : tags[i];
    }

    boolean tagged(int i, String... tags) {
        for (String tag : tags) {
            if (tag(i).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    String lemma(int i) {
        return i < 0 || i >= lower.length ? "" : lemmas[i];
    }

    /** Whether a word begins with a capital; false where there is none. */
    boolean capital(int i) {
        return i >= 0
                && i < lower.length
                && Character.isUpperCase(sentence.tokens().get(i).text().charAt(0));
    }

    boolean verbal(int i) {
        return tagged(i, "VERB", "AUX");
    }

    boolean mark(int i) {
        return tagged(i, "PUNCT")
                || i >= 0
                        && i < lower.length
                        && !Character.isLetterOrDigit(lower[i].charAt(0))
                        && lower[i].length() == 1
                        && "$\u20ac\u00a3%'".indexOf(lower[i].charAt(0)) < 0;
    }

    boolean quoteMark(int i) {
        String word = word(i);
        return word.length() <= 2 && !word.isEmpty() && "\"\u201c\u201d\u00ab\u00bb\u201e''\u2018``".contains(word);
    }

    int start(int i) {
        return sentence.tokens().get(i).span().start();
    }

    int end(int i) {
        return sentence.tokens().get(i).span().end();
    }

    /** The words from token {@code from} to before {@code to}. */
    Span span(int from, int to) {
        return new Span(start(from), end(to - 1));
    }

    String words(Span span) {
        return reading.article().words(span);
    }

    Optional<Mention> name(int i) {
        return i < 0 || i >= lower.length || mentions[i] < 0
                ? Optional.empty()
                : Optional.of(reading.names().get(mentions[i]));
    }

    boolean sameName(int i, int j) {
        return name(i).isPresent() && mentions[i] == mentions[j];
    }

    /** The quotation that the token stands in, or whose mark it is. */
    Optional<Quotes.Quote> quote(int i) {
        return i < 0 || i >= lower.length ? Optional.empty() : quotes.at(start(i));
    }

    boolean quoted(int i) {
        return quote(i).isPresent();
    }

    /** The quantities whose words lie in {@code span}. */
    List<Quantity> quantities(Span span) {
        return quantities.stream().filter(q -> span.contains(q.span())).toList();
    }

    /** Whether {@code span} tells a sum of money or a share. */
    boolean hasSum(Span span) {
        return quantities(span).stream()
                .anyMatch(q -> q.kind() == Quantity.Kind.MONEY
                        || q.kind() == Quantity.Kind.PERCENT
                        || q.of().filter(of -> COINS.contains(words(of).toLowerCase(Locale.ROOT)))
                                .isPresent());
    }
}
