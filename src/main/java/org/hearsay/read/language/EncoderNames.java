package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;
import org.hearsay.read.article.Block;

/** The encoder behind OpenNLP's interface: the words are one line, parted by single spaces. Thread-safe, remembers nothing. */
final class EncoderNames implements TokenNameFinder {
    private final Encoder encoder;

    EncoderNames(Encoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public Span[] find(String[] words) {
        if (words.length == 0) {
            return new Span[0];
        }
        String plain = Clean.plain(String.join(" ", words));
        Block line = new Block.Paragraph(new org.hearsay.read.article.Span(0, plain.length()));
        List<Span> names = new ArrayList<>();
        int word = 0;
        int start = 0;
        for (Marked.Found name : Marked.in(plain, List.of(line), encoder, Taggers.NONE, false, Marked.MOST_PIECES)
                .names()) {
            while (start + words[word].length() <= name.span().start()) {
                start += words[word++].length() + 1;
            }
            int from = word;
            while (word < words.length && start < name.span().end()) {
                start += words[word++].length() + 1;
            }
            names.add(new Span(from, word, name.type().toString()));
        }
        return names.toArray(Span[]::new);
    }

    @Override
    public void clearAdaptiveData() {
        // Nothing is remembered from one call to the next.
    }
}
