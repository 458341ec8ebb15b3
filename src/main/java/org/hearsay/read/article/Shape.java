package org.hearsay.read.article;

import java.util.Locale;
import java.util.Set;

/** How a line is built, as far as the likeness of list items needs it. English; other languages fall back on marks. */
enum Shape {
    /** Starts with a bullet or a number. */
    MARKED,
    /** "Label: what it is". */
    LABELLED,
    /** Starts with a quotation mark. */
    QUOTED,
    QUESTION,
    /** No finite verb before the first relative clause. */
    PHRASE,
    SENTENCE;

    private static final Set<String> FINITE = Set.of(
            ("is are was were has have had will would could may might can cannot should must shall does do did said"
                            + " says say told tells argued argues argue warned warns noted notes added adds remains remain became"
                            + " becomes become appears appear appeared seems seem seemed continues continued plans planned wants"
                            + " wanted seeks sought aims expects expected believes believe called calls made makes make took takes"
                            + " take gave gives give got gets came comes come went goes go needs need rose fell grew led leads"
                            + " isn't aren't wasn't weren't hasn't haven't won't wouldn't couldn't can't don't doesn't didn't"
                            + " isn’t aren’t wasn’t weren’t hasn’t haven’t won’t wouldn’t couldn’t can’t don’t doesn’t didn’t")
                    .split(" "));
    private static final Set<String> RELATIVE = Set.of(
            "that", "which", "who", "whom", "whose", "where", "when", "if", "unless", "while", "because", "once",
            "after", "before", "until");
    /** Words with which a text goes on after a list rather than listing one thing more. */
    private static final Set<String> TURNS =
            Set.of(("however but despite although though meanwhile still yet nevertheless nonetheless instead overall"
                            + " ultimately finally in while as this these those that such it they he she if when for and so thus"
                            + " therefore according with given")
                    .split(" "));

    private static final int LABEL_WORDS = 8;
    private static final int LABEL_CHARS = 70;

    static Shape of(String line) {
        if (Bullets.at(line)) {
            return MARKED;
        }
        if ("\"“«„‘".indexOf(line.charAt(0)) >= 0) {
            return QUOTED;
        }
        if (labelled(line)) {
            return LABELLED;
        }
        if (line.endsWith("?")) {
            return QUESTION;
        }
        return finite(line) ? SENTENCE : PHRASE;
    }

    private static boolean labelled(String line) {
        int colon = line.indexOf(": ");
        int dash = line.indexOf(" – ");
        int cut = colon > 0 ? colon : dash;
        if (cut < 2 || cut > LABEL_CHARS || line.length() < cut + 4) {
            return false;
        }
        String label = line.substring(0, cut);
        return label.split(" ").length <= LABEL_WORDS
                && !Character.isLowerCase(label.charAt(0))
                && !Line.endsSentence(label)
                && !finite(label);
    }

    private static boolean finite(String line) {
        String head = line.length() > 400 ? line.substring(0, 400) : line;
        boolean first = true;
        for (String raw : head.toLowerCase(Locale.ROOT).split("[\\s,;:()]+")) {
            if (!first && RELATIVE.contains(raw)) {
                return false;
            }
            if (FINITE.contains(raw)) {
                return !first;
            }
            first = false;
        }
        return false;
    }

    /** Whether a line goes on with the text rather than with a list. */
    static boolean turns(String line) {
        int end = 0;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return TURNS.contains(line.substring(0, end).toLowerCase(Locale.ROOT));
    }

    static boolean titleCase(String line) {
        int capitals = 0;
        int words = 0;
        for (String word : line.split("\\s+")) {
            if (word.length() > 3) {
                words++;
                capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
            }
        }
        return words > 0 && capitals * 5 >= words * 4;
    }
}
