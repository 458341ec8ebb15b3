package org.hearsay.read.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;

/**
 * The words of an article in the case that tells names from other words: in headlines and lines of capitals as running
 * text has them. Filled once for an article, then only read.
 */
final class HeadlineCase {
    /** Of a longer word the beginning is looked at. */
    private static final int LONGEST_WORD = 60;

    private final Article article;
    private final WordKnowledge knowledge;
    private final Map<String, String> cases;

    private HeadlineCase(Article article, WordKnowledge knowledge, Map<String, String> cases) {
        this.article = article;
        this.knowledge = knowledge;
        this.cases = cases;
    }

    /** @param sentences those whose capitals are learned from */
    static HeadlineCase of(Article article, List<Sentence> sentences, WordKnowledge knowledge) {
        return new HeadlineCase(article, knowledge, cases(article, sentences));
    }

    /** Words as the model should see them: in headlines in the case that they have in running text. */
    String[] words(Sentence sentence) {
        String[] words = new String[sentence.tokens().size()];
        int caps = 0;
        int capital = 0;
        int letters = 0;
        for (int i = 0; i < words.length; i++) {
            String text = sentence.tokens().get(i).text();
            words[i] = text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) : text;
            boolean word = text.length() > 1 && Character.isLetter(text.charAt(0));
            letters += word ? 1 : 0;
            capital += word && Character.isUpperCase(text.charAt(0)) ? 1 : 0;
            caps += word && text.equals(text.toUpperCase(Locale.ROOT)) ? 1 : 0;
        }
        boolean allCaps = letters > 2 && caps * 10 >= letters * 8;
        boolean heading = article.blocks().get(sentence.block()) instanceof Block.Heading;
        boolean title = letters > 3 && capital * 10 >= letters * 7 && (heading || capital * 10 >= letters * 9);
        if (!allCaps && !title) {
            return words;
        }
        for (int i = 0; i < words.length; i++) {
            String lower = words[i].toLowerCase(Locale.ROOT);
            String seen = cases.get(lower);
            if (seen != null) {
                words[i] = seen;
            } else if (allCaps && words[i].length() > 1 && Character.isLetter(words[i].charAt(0))) {
                boolean common = knowledge.clusterAsWritten(lower) != null;
                words[i] = common ? lower : words[i].charAt(0) + lower.substring(1);
            }
        }
        return words;
    }

    /** How the article writes its words where a capital means a name: not at the beginning, not in headlines. */
    private static Map<String, String> cases(Article article, List<Sentence> sentences) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (Sentence sentence : sentences) {
            if (article.blocks().get(sentence.block()) instanceof Block.Heading) {
                continue;
            }
            List<Token> tokens = sentence.tokens();
            long capitals = tokens.stream()
                    .filter(t -> Character.isUpperCase(t.text().charAt(0)))
                    .count();
            if (capitals * 2 > tokens.size()) {
                continue;
            }
            for (int i = 1; i < tokens.size(); i++) {
                String text = tokens.get(i).text();
                if (Character.isLetter(text.charAt(0)) && text.length() <= LONGEST_WORD) {
                    counts.computeIfAbsent(text.toLowerCase(Locale.ROOT), w -> new TreeMap<>())
                            .merge(text, 1, Integer::sum);
                }
            }
        }
        Map<String, String> cases = new HashMap<>();
        counts.forEach((lower, forms) -> forms.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(form -> cases.put(lower, form.getKey())));
        return cases;
    }
}
