package org.hearsay.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One article as written: header lines ({@code title: …}), a blank line, then blocks with blank lines between. A block
 * is a paragraph unless it starts with {@code #} (heading), {@code *} (items, each from its star to the next),
 * {@code >} (quotation) or {@code !} (caption of a picture). {@code [words](address)} is a link.
 */
record Piece(String path, Map<String, String> head, List<String> blocks) {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MAIL =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    static Piece parse(String path, String file) {
        Map<String, String> head = new HashMap<>(Map.of(
                "by", "", "section", "", "summary", "", "published", "", "updated", "", "tagline", "", "guid", ""));
        String[] parts = file.split("\\n\\s*\\n");
        for (String line : parts[0].split("\\n")) {
            int colon = line.indexOf(':');
            head.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        List<String> blocks = new ArrayList<>(List.of(parts));
        blocks.remove(0);
        return new Piece(path, Map.copyOf(head), List.copyOf(blocks));
    }

    /** A header's words, blank if the article does not have it. */
    String said(String header) {
        return head.getOrDefault(header, "");
    }

    /** When it was last touched; absent where the article says nothing of its time. */
    Optional<Instant> touched() {
        String stamp = said("updated").isBlank() ? said("published") : said("updated");
        return stamp.isBlank()
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(stamp).toInstant());
    }

    /** Its words for a template. */
    Map<String, String> words(String base, UnaryOperator<String> markup) {
        Map<String, String> words = new HashMap<>(head);
        words.put("path", path);
        words.put("url", base + path);
        words.put("id", said("guid").isBlank() ? base + path : said("guid"));
        dates(words, said("published"), "iso", "date", "time", "rfc822");
        dates(words, said("updated"), "isoUpdated", "dateUpdated", "timeUpdated", "rfc822Updated");
        words.put("touched", touched().map(Instant::toString).orElse(""));
        words.put("body", body(markup));
        words.put("excerpt", Template.markup(joined(blocks.get(0))));
        return words;
    }

    private static void dates(
            Map<String, String> words, String stamp, String iso, String date, String time, String mail) {
        Optional<OffsetDateTime> at = stamp.isBlank() ? Optional.empty() : Optional.of(OffsetDateTime.parse(stamp));
        words.put(
                iso,
                at.map(t -> t.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)).orElse(""));
        words.put(date, at.map(t -> t.format(LONG)).orElse(""));
        words.put(
                time,
                at.map(t -> t.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)))
                        .orElse(""));
        words.put(
                mail,
                at.map(t -> t.withOffsetSameInstant(ZoneOffset.UTC).format(MAIL))
                        .orElse(""));
    }

    private String body(UnaryOperator<String> markup) {
        StringBuilder out = new StringBuilder();
        for (String block : blocks) {
            String kind = block.length() > 1 && block.charAt(1) == ' ' ? block.substring(0, 1) : "";
            switch (kind) {
                case "#" -> out.append(wrapped("heading", block.substring(2), markup));
                case ">" -> out.append(wrapped("quote", block.substring(2), markup));
                case "!" -> out.append(wrapped("caption", block.substring(2), markup));
                case "*" -> {
                    StringBuilder items = new StringBuilder();
                    for (String item : block.substring(2).split("\\n\\* ")) {
                        items.append(wrapped("item", item, markup));
                    }
                    out.append(markup.apply("list").replace("{}", items));
                }
                default -> out.append(wrapped("paragraph", block, markup));
            }
        }
        return out.toString();
    }

    private static String wrapped(String kind, String raw, UnaryOperator<String> markup) {
        String text = Template.markup(joined(raw)).replaceAll("\\[([^]]+)]\\(([^)]+)\\)", "<a href=\"$2\">$1</a>");
        return markup.apply(kind).replace("{}", text) + "\n";
    }

    private static String joined(String raw) {
        return raw.strip().replaceAll("\\s*\\n\\s*", " ");
    }
}
