package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.Floors;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity.Kind;
import org.junit.jupiter.api.Test;

/** The table {@code newswire.txt}: dates, money and percentages of sentences as newswires write them, as a score for each. */
class NewswireTest {
    private static final Pattern MARK = Pattern.compile("\\{([DMP]) ([^}]*)}");
    private static final Pattern ARTICLE = Pattern.compile("(?:the|an?) ", Pattern.CASE_INSENSITIVE);
    private static final LocalDate PUBLISHED = LocalDate.of(1998, 4, 9);

    private final Map<Kind, int[]> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void datesMoneyAndPercentagesAreFound() throws IOException {
        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(300);
        lines.forEach(this::count);
        for (Kind kind : List.of(Kind.DATE, Kind.MONEY, Kind.PERCENT)) {
            String name = "quantities.newswire." + kind.name().toLowerCase(java.util.Locale.ROOT);
            double floor = Floors.of(name);
            assertThat(f1(kind))
                    .as("%s; wrong: %s", name, String.join("\n", wrong))
                    .isGreaterThanOrEqualTo(floor);
        }
    }

    private double f1(Kind kind) {
        int[] c = counts.getOrDefault(kind, new int[3]);
        double f1 = 200.0 * c[2] / (c[0] + c[1]);
        System.out.printf(
                "%s: found %d, marked %d, right %d, P %.1f R %.1f F1 %.1f%n",
                kind, c[0], c[1], c[2], 100.0 * c[2] / c[0], 100.0 * c[2] / c[1], f1);
        return f1;
    }

    private void count(String line) {
        StringBuilder text = new StringBuilder();
        TreeSet<String> marked = new TreeSet<>();
        Matcher mark = MARK.matcher(line);
        int last = 0;
        while (mark.find()) {
            text.append(line, last, mark.start());
            Kind kind = mark.group(1).equals("D") ? Kind.DATE : mark.group(1).equals("M") ? Kind.MONEY : Kind.PERCENT;
            marked.add(key(
                    kind, new Span(text.length(), text.length() + mark.group(2).length()), text + mark.group(2)));
            text.append(mark.group(2));
            last = mark.end();
        }
        text.append(line, last, line.length());
        TreeSet<String> found = new TreeSet<>();
        Reading reading = Texts.READER.read(Texts.article(text.toString(), PUBLISHED));
        for (Quantity quantity : reading.quantities()) {
            if (quantity.kind() == Kind.DATE || quantity.kind() == Kind.MONEY || quantity.kind() == Kind.PERCENT) {
                found.add(key(quantity.kind(), quantity.span(), text.toString()));
            }
        }
        found.forEach(key -> add(key, 0));
        marked.forEach(key -> add(key, 1));
        found.stream().filter(marked::contains).forEach(key -> add(key, 2));
        if (!found.equals(marked)) {
            wrong.add(line + " -> " + found);
        }
    }

    private void add(String key, int place) {
        counts.computeIfAbsent(Kind.valueOf(key.substring(0, key.indexOf(' '))), k -> new int[3])[place]++;
    }

    /** Kind, words and place; an article before the words does not count. */
    private static String key(Kind kind, Span span, String text) {
        Matcher article = ARTICLE.matcher(text).region(span.start(), span.end());
        int start = article.lookingAt() ? article.end() : span.start();
        return kind + " " + start + " " + text.substring(start, span.end());
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(NewswireTest.class.getResourceAsStream("/language/newswire.txt"));
                Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
