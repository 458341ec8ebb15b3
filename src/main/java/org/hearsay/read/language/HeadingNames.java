package org.hearsay.read.language;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;

/**
 * Tells names in headings, short lines and lead-ins from the capitals that any word has there. Immutable.
 */
final class HeadingNames {
    /** Words of a line or of a lead-in ("Key points:") that may be no sentence. */
    private static final int LEAD_IN = 7;

    private final WordKnowledge knowledge;
    private final Aliases aliases;

    HeadingNames(WordKnowledge knowledge, Aliases aliases) {
        this.knowledge = knowledge;
        this.aliases = aliases;
    }

    /** Without the names that are only the capitals of a heading or of words before a colon ("Key Considerations"). */
    List<Name> sifted(Article article, List<Name> names, List<Sentence> sentences) {
        Set<String> running = new HashSet<>();
        for (Name name : names) {
            if (!isHeading(article, name, sentences)) {
                running.add(name.text(sentences));
            }
        }
        return names.stream()
                .filter(name -> running.contains(name.text(sentences))
                        || !isHeading(article, name, sentences)
                        || !isCommon(name, sentences))
                .map(name -> running.contains(name.text(sentences)) || !isHeading(article, name, sentences)
                        ? name
                        : place(name, sentences))
                .toList();
    }

    private static boolean isHeading(Article article, Name name, List<Sentence> sentences) {
        Sentence sentence = sentences.get(name.sentence());
        List<Token> tokens = sentence.tokens();
        if (article.blocks().get(sentence.block()) instanceof Block.Heading) {
            return true;
        }
        boolean leadIn = false;
        for (int i = 1; i < Math.min(tokens.size(), LEAD_IN); i++) {
            leadIn |= tokens.get(i).text().equals(":") && name.to() <= i + 2;
        }
        String last = tokens.getLast().text();
        boolean line = tokens.size() <= LEAD_IN && Character.isLetter(last.charAt(last.length() - 1));
        return leadIn || line;
    }

    /** Whether all its words are words of the language too, and no list knows it as a name. */
    private boolean isCommon(Name name, List<Sentence> sentences) {
        String text = name.text(sentences);
        boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
        if (shouted || aliases.knows(text) || knowledge.isListed(text)) {
            return false;
        }
        return name.tokens(sentences).stream()
                .allMatch(token -> (!token.tag().equals("PROPN")
                                || knowledge.clusterAsWritten(token.text().toLowerCase(Locale.ROOT)) != null)
                        && !aliases.knows(token.text())
                        && !knowledge.isListed("country", token.text()));
    }

    /** "U.S. Response" before a colon is the country and a common word. */
    private Name place(Name name, List<Sentence> sentences) {
        List<Token> tokens = name.tokens(sentences);
        String first = tokens.getFirst().text();
        boolean place = aliases.typeOf(first) == NameType.LOCATION || knowledge.isListed("country", first);
        boolean rest = tokens.size() > 1
                && !aliases.knows(name.text(sentences))
                && !knowledge.isListed(name.text(sentences))
                && isCommon(name.between(name.from() + 1, name.to()), sentences);
        return place && rest ? name.between(name.from(), name.from() + 1).as(NameType.LOCATION) : name;
    }
}
