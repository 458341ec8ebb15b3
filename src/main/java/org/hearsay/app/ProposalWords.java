package org.hearsay.app;

import java.util.List;
import java.util.Locale;
import org.hearsay.keep.store.ProposalAccounts;
import org.hearsay.keep.store.ProposalAccounts.Column;
import org.hearsay.keep.store.ProposalAccounts.Standing;
import org.hearsay.keep.store.ProposalAccounts.Told;
import org.hearsay.page.OutletNames;
import org.hearsay.read.compare.TermTable;

/** The terms of a proposal as several texts tell them, and where it stood when, as lines for a terminal. */
final class ProposalWords {
    private ProposalWords() {}

    /** Nothing where only one text tells of it: its terms stand in the claim. */
    static String lines(ProposalAccounts accounts) {
        StringBuilder out = new StringBuilder();
        List<Column> columns = accounts.columns();
        OutletNames outlets = accounts.outlets();
        if (columns.size() > 1 && !accounts.terms().rows().isEmpty()) {
            out.append("\n  terms as ").append(columns.size()).append(" texts tell them\n");
            for (int column = 0; column < columns.size(); column++) {
                Told first = columns.get(column).first();
                out.append("    [")
                        .append(column + 1)
                        .append("] ")
                        .append(String.join(", ", columns.get(column).outlets(outlets)))
                        .append(" · ")
                        .append(dated(first))
                        .append(first.ended() ? " · before its edit" : "")
                        .append('\n');
            }
            accounts.terms().rows().forEach(row -> row(row, out));
        }
        if (accounts.standings().size() > 1) {
            out.append("\n  where it stood\n");
            accounts.standings()
                    .forEach(standing -> out.append("    ")
                            .append(dated(standing.told()))
                            .append(" · ")
                            .append(outlets.name(standing.told().article().publisher()))
                            .append(" · ")
                            .append(status(standing))
                            .append(standing.told().ended() ? " · before its edit" : "")
                            .append('\n'));
        }
        return out.toString();
    }

    /** What accounts came near and are of another proposal, with the reason, a line each. */
    static List<String> apart(ProposalAccounts accounts) {
        return accounts.apart().stream()
                .map(near -> near.told().article().outlet() + ": "
                        + near.told().account().parts().get(0).act().name().toLowerCase(Locale.ROOT) + " \""
                        + words(near.told()) + "\" (" + near.why() + ")")
                .toList();
    }

    private static String words(Told told) {
        return told.account().claims().get(0).words(told.article().text());
    }

    private static void row(TermTable.Row row, StringBuilder out) {
        for (int column = 0; column < row.cells().size(); column++) {
            TermTable.Cell cell = row.cells().get(column);
            String what = switch (cell.telling()) {
                case STATED -> cell.words();
                case SAME -> "the same";
                case CHANGED -> String.join(" and ", cell.changed()) + " differs: " + cell.words();
                case ADDED ->
                    (cell.changed().isEmpty()
                                    ? "adds: "
                                    : "adds, " + String.join(" and ", cell.changed()) + " differs: ")
                            + cell.words();
                case NOT_STATED -> "not stated";
            };
            out.append(column == 0 ? "    - [1] " : "      [" + (column + 1) + "] ")
                    .append(what)
                    .append('\n');
        }
    }

    static String status(Standing standing) {
        String status =
                standing.standing().status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return standing.standing().denied()
                ? "denies that it was " + status
                : status.equals("unknown") ? "status not stated" : status;
    }

    private static String dated(Told told) {
        return told.article().stated().map(Object::toString).orElse("undated");
    }
}
