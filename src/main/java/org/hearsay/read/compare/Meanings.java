package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.Bytes;
import org.hearsay.read.article.Article;
import org.hearsay.read.language.Reading;
import org.hearsay.read.language.Sentence;
import org.hearsay.read.language.SentenceVectors;

/** What title and lead of an article mean, as one direction. */
final class Meanings {
    /** With one sentence like events were told apart less well; more say what else is in the article. */
    private static final int SENTENCES = 2;

    private Meanings() {}

    /** The mean of the vectors of title and first sentences, in bytes; empty where there are no words. */
    static Optional<Bytes> of(Reading reading, SentenceVectors vectors) {
        Article article = reading.article();
        List<String> told = new ArrayList<>();
        article.title().filter(title -> !title.isBlank()).ifPresent(told::add);
        for (Sentence sentence : reading.sentences()) {
            String words = sentence.span().of(article.text());
            if (told.size() < SENTENCES + (article.title().isPresent() ? 1 : 0) && !told.contains(words)) {
                told.add(words);
            }
        }
        float[] sum = new float[vectors.size()];
        for (String words : told) {
            float[] vector = vectors.of(words);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        float most = 0;
        for (float value : sum) {
            most = Math.max(most, Math.abs(value));
        }
        if (most == 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[sum.length];
        for (int i = 0; i < sum.length; i++) {
            bytes[i] = (byte) Math.round(sum[i] / most * Byte.MAX_VALUE);
        }
        return Optional.of(Bytes.of(bytes));
    }
}
