package org.hearsay.read.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.read.language.Quantity;

/**
 * What kind of text an article is, by shares of its lines: news tells in the past tense, with names, days, figures and reports;
 * a guide speaks to its reader in the present.
 */
final class TextSigns {
    /** A shorter text has too few lines for shares to say much. */
    private static final int FEW_LINES = 8;

    private int all;
    private int you;
    private int writer;
    private int past;
    private int present;
    private int named;
    private int measured;
    private int dated;
    private int asking;

    private TextSigns() {}

    static Map<String, Double> of(Lines lines, List<Draft> reports) {
        TextSigns counts = new TextSigns();
        for (Line line : lines.all()) {
            if (line.size() >= OwnClaims.SHORTEST) {
                counts.add(line);
            }
        }
        return counts.shares(reports);
    }

    private void add(Line line) {
        boolean name = false;
        boolean was = false;
        boolean is = false;
        boolean toReader = false;
        boolean byWriter = false;
        for (int i = 0; i < line.size(); i++) {
            name |= line.name(i).isPresent();
            if (line.quoted(i)) {
                continue;
            }
            was |= past(line, i);
            is |= present(line, i);
            toReader |= line.is(i, "you", "your");
            byWriter |= line.is(i, "i", "my");
        }
        boolean figure = false;
        boolean date = false;
        for (Quantity quantity : line.quantities(line.sentence().span())) {
            figure |= weighs(quantity);
            date |= quantity.kind() == Quantity.Kind.DATE;
        }
        all++;
        named += name ? 1 : 0;
        past += was ? 1 : 0;
        present += is && !was ? 1 : 0;
        you += toReader ? 1 : 0;
        writer += byWriter ? 1 : 0;
        measured += figure ? 1 : 0;
        dated += date ? 1 : 0;
        asking += line.is(line.size() - 1, "?") ? 1 : 0;
    }

    private Map<String, Double> shares(List<Draft> reports) {
        Map<String, Double> signs = new LinkedHashMap<>();
        double lines = Math.max(FEW_LINES, all);
        long ofNames = reports.stream()
                .filter(d -> d.voices.stream().anyMatch(v -> v instanceof Voice.Named))
                .count();
        signs.put("text_you", Math.min(1, 4 * you / lines));
        signs.put("text_some_you", you > 0 ? 1.0 : 0);
        signs.put("text_i", Math.min(1, 4 * writer / lines));
        signs.put("text_past", past / lines);
        signs.put("text_present", present / lines);
        signs.put("text_names", named / lines);
        signs.put("text_measured", measured / lines);
        signs.put("text_dates", dated / lines);
        signs.put("text_asks", Math.min(1, 5 * asking / lines));
        signs.put("text_reports", Math.min(1, 2 * reports.size() / lines));
        signs.put("text_named_reports", Math.min(1, 2 * ofNames / lines));
        signs.put("text_long", Math.min(1, all / 80.0));
        return signs;
    }

    static boolean weighs(Quantity quantity) {
        return switch (quantity.kind()) {
            case MONEY, PERCENT, MEASURE, COUNT -> true;
            case DATE, DURATION, ORDINAL -> false;
        };
    }

    static boolean past(Line line, int i) {
        String word = line.word(i);
        boolean third = word.endsWith("s") && line.lemma(i).length() < word.length();
        return line.is(i, "was", "were", "had", "did")
                || line.tagged(i, "VERB") && !word.equals(line.lemma(i)) && !word.endsWith("ing") && !third;
    }

    static boolean present(Line line, int i) {
        String word = line.word(i);
        return line.is(i, "is", "are", "has", "have", "does", "do", "'s")
                || line.tagged(i, "VERB") && !word.equals(line.lemma(i)) && word.endsWith("s");
    }
}
