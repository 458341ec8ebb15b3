package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Quantity;

/**
 * A statement taken apart.
 *
 * @param figures its amounts
 * @param stems content words, without figures and the words of names
 * @param names names inside the content, in text order
 * @param order all content words in text order, those of names too, for the keys
 * @param all the stems of all words, those of dates and amounts too
 * @param everything the stems and the words of names: what two statements share or do not
 * @param lands those that its words name
 * @param subject the name that it begins with, if it begins with one: a word with a capital before one without
 */
record Slots(
        Statement statement,
        List<Figure> figures,
        Set<String> stems,
        List<Name> names,
        List<String> order,
        Set<String> all,
        Set<String> everything,
        Set<String> lands,
        Optional<String> subject) {
    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d");
    /** Without May, which is a verb more often. */
    static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Set<String> WEEKDAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /** Several years that are one period: what was paid from 2007 through 2014 is not what was paid in 2014. */
    private static final Pattern YEARS =
            Pattern.compile("\\b(" + YEAR + ") ?(?:through|to|until|till|and|[-–]) ?(" + YEAR + ")\\b");

    /** Without one of these none of the next three is found. */
    private static final List<String> SPANS = List.of("year", "month", "quarter", "half", "week");

    private static final Pattern QUARTER = Pattern.compile(
            "\\b(?:(first|second|third|fourth|q1|q2|q3|q4)[ -])?quarter\\b(?! of)(?!-)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE =
            Pattern.compile("\\b(in the|whole|full|entire|for the) (year|month|half)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RELATIVE =
            Pattern.compile("\\b(last|next|this|previous) (?:year|month|week|quarter)\\b", Pattern.CASE_INSENSITIVE);
    /** Bodies that share a name with whom they belong to: "the Biden administration". */
    private static final Pattern BODY = Pattern.compile(
            "\\G['\u2019]?s? (?:administration|government|campaign|cabinet|team|ministry|party|army|police|White"
                    + " House)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern QUESTION = Pattern.compile(
            "(?:to (?:say|comment|answer|discuss)|who|whom|what|when|where|why|how|whether|if)\\b",
            Pattern.CASE_INSENSITIVE);

    /**
     * A name and what it names.
     *
     * @param words of name and entity, lower case, without titles
     * @param span of the name with the body it belongs to
     */
    record Name(Span span, NameType type, String entity, Set<String> words) {
        /** One entity, or one's words are all among the other's ("Putin", "Vladimir Putin"). */
        boolean is(Name other) {
            return entity.equals(other.entity)
                    || words.containsAll(other.words)
                    || other.words.containsAll(words)
                    || words.size() == 1
                            && other.words.size() == 1
                            && isOfPlace(
                                    words.iterator().next(),
                                    other.words.iterator().next());
        }

        /** "Syria" and "Syrian", "Mexico" and "Mexican". */
        private static boolean isOfPlace(String one, String other) {
            String shorter = one.length() <= other.length() ? one : other;
            String longer = shorter.equals(one) ? other : one;
            if (shorter.equals("niger") || shorter.length() < 4 || longer.length() > shorter.length() + 5) {
                return false;
            }
            boolean whole = longer.startsWith(shorter);
            return whole || shorter.length() > 5 && longer.startsWith(shorter.substring(0, shorter.length() - 1));
        }
    }

    /** Some eight hundred words; no claim of the development texts has two hundred. */
    static final int MOST_CHARS = 5_000;

    static Slots of(Statement statement) {
        String text = statement.article().text();
        List<Span> content = bounded(statement.claim().content());
        List<Name> names = names(statement, content, text);
        Set<String> periods = periods(content, text);
        List<Figure> figures = new ArrayList<>();
        List<Span> special = new ArrayList<>();
        for (Span piece : content) {
            for (Quantity bare : BareCounts.special(piece, text)) {
                special.add(bare.span());
                Figure.of(bare, text, piece, periods).ifPresent(figures::add);
            }
        }
        for (Quantity quantity : statement.claim().quantities()) {
            if (special.stream().anyMatch(quantity.span()::overlaps)) {
                continue;
            }
            content.stream()
                    .filter(piece -> piece.contains(quantity.span()))
                    .findFirst()
                    .flatMap(piece -> Figure.of(quantity, text, piece, periodsOf(quantity, text, periods)))
                    .ifPresent(figures::add);
        }
        List<Span> taken = new ArrayList<>(
                statement.claim().quantities().stream().map(Quantity::span).toList());
        taken.addAll(special);
        statement.claim().names().forEach(name -> taken.add(name.span()));
        for (Span piece : content) {
            for (Quantity bare : BareCounts.in(piece, text, taken)) {
                Figure.of(bare, text, piece, periods).ifPresent(figures::add);
            }
        }
        Set<String> stems = new TreeSet<>();
        Set<String> order = new LinkedHashSet<>();
        Set<String> all = new HashSet<>();
        for (Span piece : content) {
            for (Words.Word word : Words.of(piece.of(text))) {
                String stem = Words.stem(word.text());
                all.add(stem);
                Span span = new Span(piece.start() + word.start(), piece.start() + word.end());
                if (!Words.isContent(word.text()) || inQuantity(span, statement) || isNumber(word.text())) {
                    continue;
                }
                order.add(stem);
                if (names.stream().noneMatch(name -> name.span().contains(span))) {
                    stems.add(stem);
                }
            }
        }
        Set<String> everything = new HashSet<>(stems);
        names.forEach(name -> everything.addAll(name.words()));
        return new Slots(
                statement,
                List.copyOf(figures),
                Set.copyOf(stems),
                List.copyOf(names),
                List.copyOf(order),
                Set.copyOf(all),
                Set.copyOf(everything),
                Set.copyOf(Actors.landsIn(statement.words())),
                subjectOf(statement));
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i)) && word.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    /** Numbers are compared by value, and that something is a number of people is in its unit. */
    private static boolean inQuantity(Span word, Statement statement) {
        return statement.claim().quantities().stream()
                .anyMatch(q -> q.span().contains(word)
                        && q.of().filter(of -> of.contains(word)).isEmpty());
    }

    /** The beginning of what is endless: each figure looks at all that stands before it. */
    private static List<Span> bounded(List<Span> content) {
        List<Span> bounded = new ArrayList<>();
        int left = MOST_CHARS;
        for (Span span : content) {
            if (left > 0) {
                bounded.add(new Span(span.start(), Math.min(span.end(), span.start() + left)));
            }
            left -= span.length();
        }
        return bounded;
    }

    private static List<Name> names(Statement statement, List<Span> content, String text) {
        List<Name> names = new ArrayList<>();
        for (Mention mention : statement.claim().names()) {
            boolean inside = content.stream().anyMatch(s -> s.contains(mention.span()));
            if (!inside) {
                continue;
            }
            Set<String> words = new HashSet<>();
            Words.of(mention.span().of(text)).forEach(w -> words.add(w.text()));
            words.removeIf(w -> !Words.isContent(w) || w.equals("administration") || w.equals("government"));
            if (words.isEmpty()) {
                continue;
            }
            Span span = mention.span();
            Matcher body = BODY.matcher(text).region(span.end(), text.length());
            if (body.lookingAt()) {
                span = new Span(span.start(), body.end());
            }
            names.add(new Name(span, mention.type(), mention.entity().text(), Set.copyOf(words)));
        }
        return names;
    }

    private static Set<String> periods(List<Span> content, String text) {
        Set<String> periods = new TreeSet<>();
        content.forEach(piece -> periodsIn(piece.of(text), periods));
        return periods;
    }

    private static Set<String> periodsOf(Quantity quantity, String text, Set<String> ofAll) {
        if (quantity.when().isEmpty()) {
            return ofAll;
        }
        Set<String> periods = new TreeSet<>();
        periodsIn(quantity.when().get().of(text), periods);
        return periods.isEmpty() ? ofAll : periods;
    }

    private static void periodsIn(String words, Set<String> into) {
        if (Glance.hasDigit(words, 0, words.length())) {
            Matcher years = YEARS.matcher(words);
            while (years.find()) {
                into.add("y:" + years.group(1) + "-" + years.group(2));
            }
            Matcher year = YEAR.matcher(YEARS.matcher(words).replaceAll(""));
            while (year.find()) {
                into.add("y:" + year.group());
            }
        }
        for (Words.Word word : Words.of(words)) {
            if (MONTHS.contains(word.text())) {
                into.add("m:" + word.text());
            } else if (WEEKDAYS.contains(word.text())) {
                into.add("d:" + word.text());
            }
        }
        if (SPANS.stream().noneMatch(span -> Glance.has(words, span))) {
            return;
        }
        Matcher m = QUARTER.matcher(words);
        while (m.find()) {
            into.add("c:quarter");
            if (m.group(1) != null) {
                into.add("q:" + m.group(1).toLowerCase(Locale.ROOT));
            }
        }
        m = WHOLE.matcher(words);
        while (m.find()) {
            into.add("c:" + m.group(2).toLowerCase(Locale.ROOT));
        }
        m = RELATIVE.matcher(words);
        while (m.find()) {
            into.add("r:" + m.group(1).toLowerCase(Locale.ROOT));
        }
    }

    private static Optional<String> subjectOf(Statement statement) {
        String text = statement.words();
        List<Words.Word> words = Words.of(text);
        if (words.size() < 2) {
            return Optional.empty();
        }
        String first = words.get(0).text();
        boolean name = Words.isContent(first)
                && !Words.isFigure(first)
                && !BareCounts.isNumber(first)
                && !Figure.isFate(Words.stem(first))
                && Character.isUpperCase(text.codePointAt(words.get(0).start()))
                && !Character.isUpperCase(text.codePointAt(words.get(1).start()));
        return name ? Optional.of(Words.stem(first)) : Optional.empty();
    }

    boolean negated() {
        return statement.claim().denied();
    }

    /** "declined to say who …", "whether …": what stands there is asked, not said. */
    boolean isQuestion() {
        return QUESTION.matcher(statement.words()).lookingAt();
    }

    /** Number of words shared by number of words of either. */
    static double alike(Set<String> a, Set<String> b) {
        int shared = shared(a, b);
        int all = a.size() + b.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    /** Number of words shared by number of words of the shorter. */
    static double contained(Set<String> a, Set<String> b) {
        int fewer = Math.min(a.size(), b.size());
        return fewer == 0 ? 0 : (double) shared(a, b) / fewer;
    }

    static int shared(Set<String> a, Set<String> b) {
        int shared = 0;
        for (String word : a) {
            if (b.contains(word)) {
                shared++;
            }
        }
        return shared;
    }
}
