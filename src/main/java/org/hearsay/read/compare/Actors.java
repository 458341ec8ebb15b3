package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearsay.read.article.Span;

/**
 * Who acts, whatever the words for it: "Moscow", "the Kremlin" and "Russia's government" are one, and so is a person who
 * is introduced as Russian. Pronouns and mere descriptions ("the company") name nobody.
 */
final class Actors {
    private static final Set<String> NOBODY =
            Set.of(("it he she they we i you its his her their who which one two all some many several side sides party"
                            + " parties company firm group government administration ministry minister president prime"
                            + " foreign spokesman spokeswoman spokesperson official officials authorities leader leaders"
                            + " chief head former senior country state cabinet office department people member members"
                            + " king queen chancellor premier governor mayor secretary envoy ambassador negotiator"
                            + " negotiators delegation source sources")
                    .split(" "));
    private static final Map<String, String> LANDS = lands();
    /** Those that names of lands of more than one word begin with. */
    private static final Set<String> FIRST_WORDS = LANDS.keySet().stream()
            .filter(name -> name.contains(" "))
            .map(name -> name.substring(0, name.indexOf(' ')))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern BETWEEN = Pattern.compile("[\\s/-]+");
    private static final int LONGEST = 4;
    /** "Russian President", "Norland's prime minister": so far back a person's land is looked for. */
    private static final int BEFORE = 24;

    private Actors() {}

    private static Map<String, String> lands() {
        Map<String, String> lands = new HashMap<>();
        for (String list : List.of("demonyms.txt", "seats.txt")) {
            for (String line : WordLists.lines(list)) {
                String[] cells = line.split("\t");
                lands.put(cells[0], key(cells[1]));
                lands.put(cells[1], key(cells[1]));
            }
        }
        for (String line : WordLists.lines("aliases.txt")) {
            String[] cells = line.split("\t");
            String of = cells[1].replaceFirst("^Government of (?:the )?", "");
            if (lands.containsKey(of)) {
                lands.put(cells[0].replaceAll("\\.$", ""), key(of));
            }
        }
        return Map.copyOf(lands);
    }

    private static String key(String land) {
        return "@" + land.toLowerCase(Locale.ROOT);
    }

    static boolean isLand(String key) {
        return key.startsWith("@");
    }

    /** Keys of those named by these spans, with the land that a person before whom one stands is of; empty if unknown. */
    static Set<String> in(List<Span> spans, String text) {
        Set<String> keys = new TreeSet<>();
        for (Span span : spans) {
            keys.addAll(in(span.of(text)));
            String before = text.substring(Math.max(0, span.start() - BEFORE), span.start());
            if (before.endsWith(" ") && !before.isBlank()) {
                String[] words = before.strip().split("\\s+");
                for (int i = Math.max(0, words.length - 2); i < words.length; i++) {
                    String land = LANDS.get(bare(words[i]));
                    if (land != null
                            && (i == words.length - 1 || NOBODY.contains(words[i + 1].toLowerCase(Locale.ROOT)))) {
                        keys.add(land);
                    }
                }
            }
        }
        return keys;
    }

    /** Those named in some words. */
    static Set<String> in(String words) {
        Set<String> keys = new TreeSet<>();
        for (Token token : tokens(words)) {
            if (token.land) {
                keys.add(token.key);
            } else if (Words.isContent(token.key) && !NOBODY.contains(token.key) && !Words.isFigure(token.key)) {
                keys.add(Words.stem(token.key));
            }
        }
        return keys;
    }

    /** The lands named in some words. */
    static Set<String> landsIn(String words) {
        Set<String> lands = new TreeSet<>();
        String[] parts = BETWEEN.split(words.strip());
        for (int i = 0; i < parts.length; ) {
            Optional<Run> run = landAt(parts, i);
            run.ifPresent(named -> lands.add(named.land));
            i += run.map(Run::parts).orElse(1);
        }
        return lands;
    }

    /** The words that name a land, as stems, so that they can be left out of what a matter is about. */
    static Set<String> landWords(String words) {
        Set<String> stems = new HashSet<>();
        for (Token token : tokens(words)) {
            if (token.land) {
                Words.of(token.words).forEach(word -> stems.add(Words.stem(word.text())));
            }
        }
        return stems;
    }

    private record Token(String key, String words, boolean land) {}

    /** A land that some parts of a text name. */
    private record Run(String land, String words, int parts) {}

    private static List<Token> tokens(String words) {
        List<Token> tokens = new ArrayList<>();
        String[] parts = BETWEEN.split(words.strip());
        for (int i = 0; i < parts.length; i++) {
            Optional<Run> run = landAt(parts, i);
            if (run.isPresent()) {
                tokens.add(new Token(run.get().land, run.get().words, true));
                i += run.get().parts - 1;
            } else {
                Words.of(parts[i]).forEach(word -> tokens.add(new Token(word.text(), word.text(), false)));
            }
        }
        return tokens;
    }

    /** The longest name of a land that begins with this part. */
    private static Optional<Run> landAt(String[] parts, int at) {
        String first = parts[at].substring(opening(parts[at]));
        int longest = FIRST_WORDS.contains(first) ? Math.min(LONGEST, parts.length - at) : 1;
        for (int n = longest; n > 0; n--) {
            String run = bare(
                    n == 1 ? parts[at] : String.join(" ", Arrays.asList(parts).subList(at, at + n)));
            String land = LANDS.get(run);
            if (land != null) {
                return Optional.of(new Run(land, run, n));
            }
        }
        return Optional.empty();
    }

    /** Without marks around it and a genitive. */
    private static String bare(String word) {
        int from = opening(word);
        int to = word.length();
        while (to > from && (isMark(word.charAt(to - 1)) || "\u2019\u201d".indexOf(word.charAt(to - 1)) >= 0)) {
            to--;
        }
        int apostrophe = to > from && word.charAt(to - 1) == 's' ? to - 2 : to - 1;
        boolean genitive = apostrophe >= from && "'\u2019".indexOf(word.charAt(apostrophe)) >= 0;
        return word.substring(from, genitive ? apostrophe : to);
    }

    /** How many marks it begins with. */
    private static int opening(String word) {
        int at = 0;
        while (at < word.length() && (isMark(word.charAt(at)) || "'\u2018\u201c".indexOf(word.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** Of ASCII, without the apostrophe. */
    private static boolean isMark(char c) {
        return c > ' ' && c < 127 && c != '\'' && !Character.isLetterOrDigit(c);
    }
}
