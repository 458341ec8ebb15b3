package org.hearsay.read.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.claim.Term;

/**
 * The terms of one proposal as several accounts tell it, each term a row and each account a column. The first account is
 * the one that the others are held against.
 *
 * @param columns how many accounts
 */
public record TermTable(int columns, List<Row> rows) {
    public TermTable {
        rows = List.copyOf(rows);
    }

    /** @param cells one for each account, in their order */
    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What a cell says of its term against the first account that states it. */
    public enum Telling {
        /** By the account that the others are held against. */
        STATED,
        SAME,
        CHANGED,
        /** Stated here and not in the account that the others are held against. */
        ADDED,
        NOT_STATED
    }

    /**
     * @param term absent if it is not stated
     * @param words of the term in its article; empty if it is not stated
     * @param changed the slots in which it differs from the first account that states it: amount, time, who gives,
     *     granted or refused
     */
    public record Cell(Telling telling, Optional<Term> term, String words, List<String> changed) {
        public Cell {
            changed = List.copyOf(changed);
        }

        private static final Cell NONE = new Cell(Telling.NOT_STATED, Optional.empty(), "", List.of());
    }

    /** Lays the accounts side by side. An account that tells no terms has an empty column. */
    public static TermTable of(List<Account> accounts) {
        List<List<Optional<TermPart>>> rows = new ArrayList<>();
        for (int column = 0; column < accounts.size(); column++) {
            List<TermPart> parts = accounts.get(column).termParts();
            List<TermPart> known = new ArrayList<>();
            rows.forEach(row -> known.add(first(row)));
            List<TermPart.Match> matches = TermPart.matches(known, parts);
            for (List<Optional<TermPart>> row : rows) {
                TermPart first = first(row);
                row.add(matches.stream()
                        .filter(match -> match.a().equals(first))
                        .map(TermPart.Match::b)
                        .findFirst());
            }
            for (TermPart part : parts) {
                if (matches.stream().noneMatch(match -> match.b().equals(part))) {
                    List<Optional<TermPart>> row = new ArrayList<>(Collections.nCopies(column, Optional.empty()));
                    row.add(Optional.of(part));
                    rows.add(row);
                }
            }
        }
        return new TermTable(accounts.size(), rows.stream().map(TermTable::row).toList());
    }

    private static TermPart first(List<Optional<TermPart>> row) {
        return row.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    }

    private static Row row(List<Optional<TermPart>> parts) {
        TermPart first = first(parts);
        boolean added = parts.get(0).isEmpty();
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < parts.size(); column++) {
            boolean own = column == 0;
            cells.add(parts.get(column)
                    .map(part -> {
                        List<String> changed = part.equals(first) ? List.<String>of() : part.changed(first);
                        Telling telling = own
                                ? Telling.STATED
                                : added ? Telling.ADDED : changed.isEmpty() ? Telling.SAME : Telling.CHANGED;
                        return new Cell(telling, Optional.of(part.term()), part.line(), changed);
                    })
                    .orElse(Cell.NONE));
        }
        return new Row(cells);
    }

    /** Whether a column tells everything as the first does, and nothing more. */
    public boolean agrees(int column) {
        return rows.stream()
                .map(row -> row.cells().get(column))
                .allMatch(cell -> cell.telling() == Telling.SAME || cell.telling() == Telling.STATED);
    }
}
