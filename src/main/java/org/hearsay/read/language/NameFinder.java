package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import opennlp.tools.namefind.TokenNameFinder;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of an article: the model reads each sentence, then the article is made consistent. A name seen whole is
 * found short later, headlines are read in the case that their words have in the text, the type of a name is decided by
 * vote, titles stand apart. Immutable.
 */
final class NameFinder {
    /** Words that the model looks at together. */
    private static final int AT_ONCE = 200;

    private static final int LONGEST_WORD = 60;

    /** Words of a line or of a lead-in ("Key points:") that may be no sentence. */
    private static final int LEAD_IN = 7;

    /** Small words that a name begins with. */
    private static final Set<String> PARTICLES = Set.of(
            "al", "bin", "bint", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten",
            "ter", "van", "von", "zu");

    private final TokenNameFinder model;
    private final WordKnowledge knowledge;
    private final Roles roles;
    private final Aliases aliases;
    private final Map<String, String> administrations = new HashMap<>();
    private final Set<String> openers = new HashSet<>();
    private final Set<String> calendar = new HashSet<>();

    NameFinder(NameModel model, Roles roles, Aliases aliases) {
        this.model = model.finder();
        this.knowledge = model.knowledge();
        this.roles = roles;
        this.aliases = aliases;
        Lexicon.rows("administrations.txt").forEach(row -> administrations.put(row.get(0), row.get(1)));
        Lexicon.rows("openers.txt").forEach(row -> openers.add(row.get(0)));
        Lexicon.rows("calendar.txt").forEach(row -> calendar.add(row.get(0)));
    }

    /** Not overlapping and in text order. */
    List<Name> in(Article article, List<Sentence> sentences) {
        Map<String, String> cases = cases(article, sentences);
        List<Name> names = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            find(s, sentences, words(article, sentences.get(s), cases), names);
        }
        return consistent(article, names, sentences, false);
    }

    /** The same from the names that an encoder marked; the model reads what it left out at the end of a long text. */
    List<Name> in(Article article, List<Sentence> sentences, Marked marked) {
        List<Name> names = new ArrayList<>();
        int next = 0;
        for (int s = 0; s < sentences.size(); s++) {
            Sentence sentence = sentences.get(s);
            if (sentence.span().start() >= marked.readTo()) {
                find(s, sentences, words(article, sentence, Map.of()), names);
                continue;
            }
            List<Token> tokens = sentence.tokens();
            for (int i = 0; i < tokens.size(); ) {
                int start = tokens.get(i).span().start();
                while (next < marked.names().size()
                        && marked.names().get(next).span().end() <= start) {
                    next++;
                }
                if (next == marked.names().size()) {
                    break;
                }
                Marked.Found found = marked.names().get(next);
                int from = i++;
                if (start < found.span().start()) {
                    continue;
                }
                while (i < tokens.size()
                        && tokens.get(i).span().start() < found.span().end()) {
                    i++;
                }
                Name name = untitled(unmarked(new Name(s, from, i, found.type()), sentences), sentences);
                if (name.from() < name.to() && isName(name, sentences) && !isPronoun(name, sentences)) {
                    names.add(name);
                }
            }
        }
        return consistent(article, names, sentences, true);
    }

    /** @param surely whether what found the names saw their whole line and knows small letters */
    private List<Name> consistent(Article article, List<Name> names, List<Sentence> sentences, boolean surely) {
        List<Name> voted = voted(headless(article, names, sentences), sentences);
        List<Name> found = new ArrayList<>(surely ? longer(voted, sentences) : voted);
        found.addAll(again(voted, sentences, surely));
        if (surely) {
            found.addAll(administrations(found, sentences));
        }
        return bodies(found.stream().sorted().toList(), sentences);
    }

    private void find(int s, List<Sentence> sentences, String[] words, List<Name> names) {
        int end = Math.min(words.length, Frame.READ_OF_A_SENTENCE);
        for (int from = 0; from < end; from += AT_ONCE) {
            String[] part = from == 0 && words.length <= AT_ONCE
                    ? words
                    : Arrays.copyOfRange(words, from, Math.min(end, from + AT_ONCE));
            for (opennlp.tools.util.Span span : model.find(part)) {
                add(
                        new Name(s, from + span.getStart(), from + span.getEnd(), NameType.valueOf(span.getType())),
                        sentences,
                        names);
            }
        }
    }

    private void add(Name name, List<Sentence> sentences, List<Name> names) {
        Name bare = bare(roles.person(name, sentences), sentences);
        boolean capital = bare.from() < bare.to()
                && bare.text(sentences).chars().anyMatch(c -> Character.isUpperCase(c) || c == '@' || !isLatin(c));
        if (capital && isName(bare, sentences)) {
            names.add(bare);
        }
    }

    /** Words as the model should see them: in headlines in the case that they have in running text. */
    private String[] words(Article article, Sentence sentence, Map<String, String> cases) {
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

    /** Without article, possessive, quotes and, for a person, all up to the last title. */
    private Name bare(Name name, List<Sentence> sentences) {
        Name bare = unmarked(name, sentences);
        return bare.type() == NameType.PERSON && bare.from() < bare.to()
                ? bare.between(
                        roles.nameStart(sentences.get(bare.sentence()).tokens(), bare.from(), bare.to()), bare.to())
                : bare;
    }

    /** Without article, possessive and quotes. */
    private Name unmarked(Name name, List<Sentence> sentences) {
        List<Token> tokens = sentences.get(name.sentence()).tokens();
        int from = name.from();
        int to = name.to();
        while (from < to
                && (isMark(tokens.get(from).text())
                        || isArticle(tokens.get(from).text()) && to - from > 1)) {
            from++;
        }
        while (to > from
                && (isMark(tokens.get(to - 1).text())
                        || tokens.get(to - 1).text().equals("'s"))) {
            to--;
        }
        return name.between(from, to);
    }

    /** The encoder takes small letters for a name where it is sure, and a "he" that speaks for the speaker. */
    private static boolean isPronoun(Name name, List<Sentence> sentences) {
        return name.tokens(sentences).stream()
                .allMatch(token -> token.tag().equals("PRON") || token.tag().equals("DET"));
    }

    /** Such a name without the titles that stand before it, nor an adjective ("national UPS"). */
    private Name untitled(Name name, List<Sentence> sentences) {
        List<Token> tokens = sentences.get(name.sentence()).tokens();
        int from = name.from();
        while (from < name.to() - 1
                && (name.type() == NameType.PERSON
                                && roles.isRole(tokens.get(from).text())
                        || isSmall(tokens.get(from))
                                && !PARTICLES.contains(tokens.get(from).text())
                                && Character.isUpperCase(
                                        tokens.get(from + 1).text().charAt(0)))) {
            from++;
        }
        return name.between(from, name.to());
    }

    private static boolean isSmall(Token token) {
        return token.tag().equals("ADJ") && token.text().chars().allMatch(Character::isLowerCase);
    }

    private static boolean isArticle(String text) {
        return text.equals("the") || text.equals("The") || text.equals("a") || text.equals("an");
    }

    private static boolean isMark(String text) {
        return text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0)) || text.equals("--");
    }

    /** What can be a name at all: it holds a letter, and is no address, month, pronoun or opening word. */
    private boolean isName(Name name, List<Sentence> sentences) {
        String text = name.text(sentences);
        if (text.length() > 150
                || text.indexOf('@') > 0
                || text.contains("://")
                || text.chars().noneMatch(c -> Character.isLetter(c) || Character.isSurrogate((char) c))) {
            return false;
        }
        boolean single = name.to() - name.from() == 1;
        if (name.type() != NameType.PERSON
                && roles.isTitle(name.tokens(sentences).getLast().text())) {
            // "Republican Ohio Gov." ends before the person whose title it is.
            return false;
        }
        return !(single
                && (calendar.contains(text.toLowerCase(Locale.ROOT)) || openers.contains(text) || roles.isRole(text)));
    }

    private static boolean isLatin(int c) {
        return c < 0x250 || !Character.isLetter(c);
    }

    /** Without the names that are only the capitals of a heading or of words before a colon ("Key Considerations"). */
    private List<Name> headless(Article article, List<Name> names, List<Sentence> sentences) {
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

    /** The type that most mentions of the same words have; lists of countries and people's adjectives know better. */
    private List<Name> voted(List<Name> names, List<Sentence> sentences) {
        Map<String, Map<NameType, Integer>> votes = new HashMap<>();
        for (Name name : names) {
            votes.computeIfAbsent(name.text(sentences), text -> new EnumMap<>(NameType.class))
                    .merge(name.type(), 1, Integer::sum);
        }
        Map<String, Set<String>> surnames = surnames(names, sentences);
        return names.stream()
                .map(name -> name.as(type(name, name.text(sentences), votes, surnames)))
                .toList();
    }

    private NameType type(
            Name name, String text, Map<String, Map<NameType, Integer>> votes, Map<String, Set<String>> surnames) {
        NameType known = aliases.typeOf(text);
        if (known != null) {
            return known;
        }
        if (knowledge.isListed("country", text)) {
            return NameType.LOCATION;
        }
        if (surnames.containsKey(text) && name.to() - name.from() == 1) {
            return NameType.PERSON;
        }
        if (name.type() == NameType.MISC && knowledge.isListed("city", text)) {
            return NameType.LOCATION;
        }
        Map<NameType, Integer> counted = votes.getOrDefault(text, Map.of());
        int own = counted.getOrDefault(name.type(), 0);
        return counted.entrySet().stream()
                .filter(vote -> vote.getValue() > own)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(name.type());
    }

    /** From the last word of a person's full name to the full names that end in it. */
    private static Map<String, Set<String>> surnames(List<Name> names, List<Sentence> sentences) {
        Map<String, Set<String>> surnames = new HashMap<>();
        for (Name name : names) {
            if (name.type() == NameType.PERSON && name.to() - name.from() > 1) {
                String last = PersonNames.surname(name.text(sentences));
                if (last.length() > 2 && Character.isUpperCase(last.charAt(0))) {
                    surnames.computeIfAbsent(last, l -> new HashSet<>()).add(name.text(sentences));
                }
            }
        }
        return surnames;
    }

    /** A name of which only the beginning was marked here, and the whole more than once elsewhere, is the whole. */
    private static List<Name> longer(List<Name> names, List<Sentence> sentences) {
        Map<String, Integer> times = new HashMap<>();
        Map<String, NameType> types = new HashMap<>();
        for (Name name : names) {
            times.merge(name.text(sentences), 1, Integer::sum);
            types.put(name.text(sentences), name.type());
        }
        List<Name> result = new ArrayList<>();
        for (int n = 0; n < names.size(); n++) {
            Name name = names.get(n);
            int size = sentences.get(name.sentence()).tokens().size();
            int end = n + 1 < names.size() && names.get(n + 1).sentence() == name.sentence()
                    ? names.get(n + 1).from()
                    : size;
            Name whole = name;
            for (int to = name.to() + 1; to <= Math.min(end, name.to() + 3); to++) {
                Name longer = new Name(name.sentence(), name.from(), to, name.type());
                String text = longer.text(sentences);
                if (times.getOrDefault(text, 0) > 1) {
                    whole = longer.as(types.getOrDefault(text, name.type()));
                }
            }
            result.add(whole);
        }
        return result;
    }

    /** Places where words that were a name elsewhere stand unmarked. */
    private List<Name> again(List<Name> names, List<Sentence> sentences, boolean surely) {
        Map<String, NameType> known = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        int longest = 1;
        for (Name name : names) {
            if (surely && (name.type() == NameType.LOCATION || name.type() == NameType.MISC)) {
                // Where a country's name is left out it is a part of something else, more often than not.
                continue;
            }
            String text = name.text(sentences);
            times.merge(text, 1, Integer::sum);
            if (name.to() - name.from() > 1 || times.getOrDefault(text, 0) > 1 || name.type() == NameType.PERSON) {
                known.put(text, name.type());
                longest = Math.max(longest, Math.min(8, name.to() - name.from()));
            }
        }
        surnames(names, sentences).keySet().forEach(surname -> known.put(surname, NameType.PERSON));
        List<Name> more = new ArrayList<>();
        int next = 0;
        for (int s = 0; s < sentences.size(); s++) {
            boolean[] taken = new boolean[sentences.get(s).tokens().size()];
            for (; next < names.size() && names.get(next).sentence() == s; next++) {
                Arrays.fill(taken, names.get(next).from(), names.get(next).to(), true);
            }
            for (int i = 0; i < taken.length; i++) {
                Name name = knownAt(s, i, longest, taken, known, sentences);
                if (name != null) {
                    more.add(name);
                    i = name.to() - 1;
                }
            }
        }
        return more;
    }

    private @Nullable Name knownAt(
            int s, int i, int longest, boolean[] taken, Map<String, NameType> known, List<Sentence> sentences) {
        List<Token> tokens = sentences.get(s).tokens();
        if (!Character.isUpperCase(tokens.get(i).text().charAt(0))) {
            return null;
        }
        for (int to = Math.min(tokens.size(), i + longest); to > i; to--) {
            boolean free = true;
            for (int k = i; k < to; k++) {
                free &= !taken[k];
            }
            if (!free) {
                continue;
            }
            NameType type = known.get(new Name(s, i, to, NameType.MISC).text(sentences));
            if (type == null) {
                continue;
            }
            boolean single = to - i == 1;
            // A capital at the beginning, or within a longer run of capitals, may be another word or another name.
            boolean doubtful = single
                    && (i == 0
                                    && knowledge.clusterAsWritten(
                                                    tokens.get(i).text().toLowerCase(Locale.ROOT))
                                            != null
                            || to < tokens.size() && isOtherName(tokens.get(to), taken, to)
                            || i > 0
                                    && isOtherName(tokens.get(i - 1), taken, i - 1)
                                    && !roles.isRole(tokens.get(i - 1).text()));
            if (!doubtful) {
                return new Name(s, i, to, type);
            }
        }
        return null;
    }

    private static boolean isOtherName(Token token, boolean[] taken, int at) {
        return !taken[at]
                && token.tag().equals("PROPN")
                && Character.isUpperCase(token.text().charAt(0));
    }

    /** A capital between "the" and "administration" is a name, marked or not. */
    private static List<Name> administrations(List<Name> names, List<Sentence> sentences) {
        Set<List<Integer>> taken = new HashSet<>();
        for (Name name : names) {
            for (int i = name.from(); i < name.to(); i++) {
                taken.add(List.of(name.sentence(), i));
            }
        }
        List<Name> more = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            List<Token> tokens = sentences.get(s).tokens();
            for (int i = 2; i < tokens.size(); i++) {
                Token before = tokens.get(i - 1);
                if (tokens.get(i).text().equals("administration")
                        && isArticle(tokens.get(i - 2).text())
                        && before.tag().equals("PROPN")
                        && Character.isUpperCase(before.text().charAt(0))
                        && !taken.contains(List.of(s, i - 1))
                        && !taken.contains(List.of(s, i))) {
                    more.add(new Name(s, i - 1, i + 1, NameType.ORGANIZATION));
                }
            }
        }
        return more;
    }

    /** "the Biden administration" is a body, not a person. */
    private List<Name> bodies(List<Name> names, List<Sentence> sentences) {
        List<Name> result = new ArrayList<>();
        for (Name name : names) {
            if (!result.isEmpty() && result.getLast().overlaps(name)) {
                continue;
            }
            List<Token> tokens = sentences.get(name.sentence()).tokens();
            String next = name.to() < tokens.size() ? tokens.get(name.to()).text() : "";
            String kind = administrations.get(next.toLowerCase(Locale.ROOT));
            boolean body = kind != null
                    && name.to() - name.from() <= 2
                    && (name.type() == NameType.PERSON || kind.equals("any") && name.type() != NameType.MISC);
            result.add(body ? new Name(name.sentence(), name.from(), name.to() + 1, NameType.ORGANIZATION) : name);
        }
        return result;
    }
}
