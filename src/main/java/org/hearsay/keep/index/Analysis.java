package org.hearsay.keep.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * From text to the words that are compared: without case, accents, "'s", the dots of "U.S." and the commas of "1,000";
 * EXACT keeps their endings, STEM does not ("sanctions", "sanctioned" and "sanction" are one). No stop words, so that a
 * phrase means all its words.
 */
final class Analysis {
    static final Analyzer EXACT = new Words(false);
    static final Analyzer STEM = new Words(true);
    /** Fields that are compared by stem. */
    private static final Set<String> STEMMED = Set.of(Documents.TEXT, Documents.TITLE, Documents.TERM);

    static final Analyzer BY_FIELD = new PerFieldAnalyzerWrapper(
            EXACT, STEMMED.stream().collect(Collectors.toMap(field -> field, field -> STEM)));

    private static final Pattern DOTS = Pattern.compile("(?<=^\\p{L}|\\.\\p{L})\\.(?=\\p{L}|$)");
    private static final Pattern COMMAS = Pattern.compile("(?<=\\d),(?=\\d{3}(?:\\D|$))");
    /** A phrase of more words finds nothing that its first 64 do not. */
    private static final int MAX_WORDS_IN_A_LEAF = 64;

    private Analysis() {}

    /** A word as it is compared, and where it stood. */
    record Word(String text, int start, int end) {}

    static List<Word> words(Analyzer analyzer, String text, int most) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (words.size() < most && stream.incrementToken()) {
                words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            if (words.size() < most) {
                stream.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
        return words;
    }

    /** All words of a text as a field of the index holds them, in order; a word never holds a space. */
    static List<String> kept(String field, String text) {
        return words(STEMMED.contains(field) ? STEM : EXACT, text, Integer.MAX_VALUE).stream()
                .map(Word::text)
                .toList();
    }

    /** The words of what was asked, composed as the indexed texts are. */
    static List<String> asked(Analyzer analyzer, String text) {
        return words(analyzer, Normalizer.normalize(text, Normalizer.Form.NFC), MAX_WORDS_IN_A_LEAF).stream()
                .map(Word::text)
                .toList();
    }

    private static final class Words extends Analyzer {
        private final boolean stem;

        Words(boolean stem) {
            this.stem = stem;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new StandardTokenizer();
            TokenStream stream = new EnglishPossessiveFilter(tokens);
            stream = new LowerCaseFilter(stream);
            stream = new ASCIIFoldingFilter(stream);
            stream = new Unpunctuated(stream);
            return new TokenStreamComponents(tokens, stem ? new PorterStemFilter(stream) : stream);
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return 100; // so that a phrase never runs from one name into the next
        }
    }

    /** Without the dots of abbreviations and the commas of numbers. Few words have either, and only those are matched. */
    private static final class Unpunctuated extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Unpunctuated(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            for (int i = 0; i < term.length(); i++) {
                char letter = term.charAt(i);
                if (letter == '.' || letter == ',') {
                    String word =
                            COMMAS.matcher(DOTS.matcher(term).replaceAll("")).replaceAll("");
                    term.setEmpty().append(word);
                    break;
                }
            }
            return true;
        }
    }
}
