package org.hearsay.read.article;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agency or outlet that a text itself names as its origin. */
final class Agency {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("reuters", "Reuters"),
            Map.entry("afp", "AFP"),
            Map.entry("ap", "AP"),
            Map.entry("dpa", "dpa"),
            Map.entry("associated press", "AP"),
            Map.entry("the associated press", "AP"),
            Map.entry("agence france-presse", "AFP"),
            Map.entry("ani", "ANI"),
            Map.entry("pti", "PTI"),
            Map.entry("ians", "IANS"),
            Map.entry("upi", "UPI"),
            Map.entry("xinhua", "Xinhua"),
            Map.entry("tass", "TASS"),
            Map.entry("interfax", "Interfax"),
            Map.entry("kyodo", "Kyodo"),
            Map.entry("yonhap", "Yonhap"),
            Map.entry("efe", "EFE"),
            Map.entry("ansa", "ANSA"),
            Map.entry("apa", "APA"),
            Map.entry("sda", "SDA"),
            Map.entry("bloomberg", "Bloomberg"),
            Map.entry("cnn", "CNN"),
            Map.entry("pa", "PA"),
            Map.entry("pa media", "PA"),
            Map.entry("canadian press", "The Canadian Press"),
            Map.entry("the canadian press", "The Canadian Press"),
            Map.entry("aap", "AAP"),
            Map.entry("epd", "epd"),
            Map.entry("kna", "KNA"));
    /** "WASHINGTON (AP) —", "Berlin (dpa) -", "(Reuters)". */
    private static final Pattern DATELINE =
            Pattern.compile("^.{0,60}?\\(([A-Za-z][A-Za-z/ \\-]{1,30})\\)(?:\\s*[-–—:.]|\\s|$)");

    private static final Pattern SIGNED = Pattern.compile(
            "[(\\[—–-]\\s*(?:with (?:inputs?|agency inputs?) from )?([A-Za-z][A-Za-z/ \\-]{1,30})[)\\]]?\\.?$");
    private static final Pattern SOURCE =
            Pattern.compile("^(?:source|quelle|source ?s|fuente|fonte)\\s*:\\s*(.{2,60})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST =
            Pattern.compile("(?:originally|first) (?:published|appeared|posted) (?:by|in|on|at)\\s+((?:the"
                    + " )?[\\p{Lu}][\\p{L}\\p{N}&.'’-]*(?: (?:of|the|and|[\\p{Lu}\\p{N}][\\p{L}\\p{N}&.'’-]*)){0,5})");

    private Agency() {}

    static Optional<String> in(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String head = line.length() > 120 ? line.substring(0, 120) : line;
            if (i < 3) {
                Matcher dateline = DATELINE.matcher(head);
                if (dateline.find()) {
                    Optional<String> known = known(dateline.group(1));
                    if (known.isPresent()) {
                        return known;
                    }
                }
            }
            if (line.length() < 300 && (line.contains("originally ") || line.contains("first "))) {
                Matcher first = FIRST.matcher(line);
                if (first.find()) {
                    return Optional.of(first.group(1).replaceAll("[.]$", ""));
                }
            }
            if (line.length() < 80) {
                Matcher source = SOURCE.matcher(line);
                if (source.find()) {
                    return known(source.group(1))
                            .or(() -> Optional.of(source.group(1).strip())
                                    .filter(s -> s.length() < 40 && !s.contains("http")));
                }
            }
            if (i >= lines.size() - 5) {
                String tail = line.length() > 80 ? line.substring(line.length() - 80) : line;
                Matcher signed = SIGNED.matcher(tail);
                if (signed.find()) {
                    Optional<String> known = known(signed.group(1));
                    if (known.isPresent()) {
                        return known;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> known(String name) {
        for (String part : name.strip().split("/")) {
            String agency = KNOWN.get(part.strip().toLowerCase(Locale.ROOT));
            if (agency != null) {
                return Optional.of(agency);
            }
        }
        return Optional.empty();
    }
}
