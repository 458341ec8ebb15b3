package org.hearsay.tell.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plain part, written to be read: at most 78 columns, addresses on lines of their own. */
final class PlainLetter {
    private static final int COLUMNS = 78;
    private final StringBuilder out = new StringBuilder();

    private PlainLetter() {}

    static String of(Sheet sheet) {
        PlainLetter letter = new PlainLetter();
        letter.wrap("", sheet.title());
        letter.wrap("", sheet.counts());
        sheet.notice().ifPresent(words -> letter.wrap("", words));
        for (Sheet.Chapter chapter : sheet.chapters()) {
            letter.chapter(chapter);
        }
        letter.out.append("\n-- \n");
        sheet.foot().forEach(line -> letter.wrap("", line));
        if (sheet.unsubscribe().isEmpty()) {
            letter.wrap("", "To stop, answer this letter with the one word unsubscribe in the subject.");
        } else {
            letter.wrap("", "To stop these letters:");
            letter.out.append(sheet.unsubscribe()).append('\n');
        }
        return letter.out.toString();
    }

    private void chapter(Sheet.Chapter chapter) {
        String heading = chapter.heading().toUpperCase(Locale.ROOT);
        out.append("\n\n")
                .append(heading)
                .append('\n')
                .append("=".repeat(heading.length()))
                .append('\n');
        if (!chapter.note().isEmpty()) {
            wrap("", chapter.note());
        }
        for (Sheet.Passage passage : chapter.passages()) {
            if (!passage.headline().isEmpty()) {
                out.append('\n');
                wrap("", passage.headline());
                out.append("-".repeat(Math.min(COLUMNS, passage.headline().length())))
                        .append('\n');
            }
            for (Sheet.Entry entry : passage.entries()) {
                out.append('\n');
                entry("", entry);
            }
            if (!passage.more().isEmpty()) {
                out.append('\n');
                wrap("  ", passage.more());
            }
        }
        if (!chapter.more().isEmpty()) {
            out.append('\n');
            wrap("", chapter.more());
        }
    }

    private void entry(String indent, Sheet.Entry entry) {
        if (!entry.sign().isEmpty()) {
            wrap(indent, entry.sign());
        }
        if (!entry.quote().isEmpty()) {
            wrap(indent + "  ", entry.open() + entry.sentence() + entry.close());
        }
        List<String> facts = new ArrayList<>(List.of(entry.who(), entry.stance(), entry.where()));
        facts.removeIf(String::isEmpty);
        wrap(indent + "  ", String.join(" · ", facts));
        if (!entry.spread().isEmpty()) {
            wrap(indent + "  ", entry.spread());
        }
        int number = 1;
        for (String term : entry.terms()) {
            wrap(indent + "     ", number + ". " + term);
            number++;
        }
        for (String address : List.of(entry.source(), entry.page())) {
            if (!address.isEmpty()) {
                out.append(indent).append("  ").append(address).append('\n');
            }
        }
        if (!entry.why().isEmpty()) {
            wrap(indent + "  ", entry.why());
        }
        for (Sheet.Entry other : entry.others()) {
            out.append('\n');
            entry(indent + "    ", other);
        }
    }

    /** Breaks at blanks, and a word that is longer than a line wherever the line ends. */
    private void wrap(String indent, String words) {
        int room = COLUMNS - indent.length();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            String rest = word;
            while (!rest.isEmpty()) {
                int width = line.isEmpty() ? 0 : line.length() + 1;
                if (width + rest.length() <= room) {
                    line.append(line.isEmpty() ? "" : " ").append(rest);
                    rest = "";
                } else if (line.isEmpty()) {
                    int cut = Character.isHighSurrogate(rest.charAt(room - 1)) ? room - 1 : room;
                    out.append(indent).append(rest, 0, cut).append('\n');
                    rest = rest.substring(cut);
                } else {
                    out.append(indent).append(line).append('\n');
                    line.setLength(0);
                }
            }
        }
        if (!line.isEmpty()) {
            out.append(indent).append(line).append('\n');
        }
    }
}
