package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Comparison;
import org.hearsay.keep.store.Comparison.Side;
import org.hearsay.keep.store.Comparison.Told;
import org.hearsay.keep.store.ProposalAccounts;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.OutletNames;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.compare.Account;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.TermTable;
import org.hearsay.read.language.Quantity;

/**
 * A proposal: who offers what to whom, on which terms, how others tell the same terms, and where it stood when.
 *
 * @param columns one for each text that tells terms, its own first
 * @param rows one for each term, with a cell for each column
 * @param history where it stood, by when it was told, the oldest first
 * @param versions claims of others that say the same or otherwise
 */
record ProposalPage(
        String claim,
        String heading,
        ClaimPage.Offer offer,
        List<Column> columns,
        List<Row> rows,
        List<Status> history,
        List<Version> versions,
        List<Words.Step> path,
        String outlet,
        String article) {
    /** @param outlets those that carry the text */
    record Column(String outlets, String claim, Optional<Words.When> when, boolean ended) {}

    /** @param kind who gives or gets, by the first that states it */
    record Row(String kind, List<String> figures, List<Cell> cells) {}

    /**
     * @param telling stated, same, changed, added or absent
     * @param remark what is to be said of it beside its words
     */
    record Cell(String telling, String words, String remark) {}

    /** @param turn whether it stands otherwise than before */
    record Status(Optional<Words.When> when, String outlet, String status, String claim, boolean turn) {}

    record Version(String outlet, String claim, String relation, String matter, List<String> differences) {}

    static ProposalPage of(StoredClaim claim, Desk desk) {
        Words words = desk.words();
        Proposal proposal = claim.claim().proposal().orElseThrow();
        String text = desk.sight().of(claim).map(article -> article.text()).orElse("");
        ClaimPage.Offer offer = ClaimPage.offer(proposal, text);
        Optional<ProposalAccounts> accounts = ProposalAccounts.of(desk.store(), claim);
        OutletNames outlets = accounts.map(ProposalAccounts::outlets).orElseGet(OutletNames::new);
        return new ProposalPage(
                claim.claim().id().text(),
                offer.act()
                        + (offer.from().isEmpty() ? "" : " by " + offer.from())
                        + (offer.to().isEmpty() ? "" : " to " + offer.to()),
                offer,
                accounts.map(told -> columns(told, outlets, words)).orElse(List.of()),
                accounts.map(told -> told.terms().rows().stream()
                                .map(ProposalPage::row)
                                .toList())
                        .orElse(List.of()),
                accounts.map(told -> history(told, outlets, words)).orElse(List.of()),
                versions(claim, Comparison.of(desk.store(), claim)),
                Words.path(claim, outlets.name(claim.publisher())),
                claim.outlet(),
                claim.article().text());
    }

    private static List<Column> columns(ProposalAccounts accounts, OutletNames outlets, Words words) {
        return accounts.columns().stream()
                .map(column -> new Column(
                        String.join(", ", column.outlets(outlets)),
                        column.first().claim().text(),
                        words.dated(column.first().article()),
                        column.first().ended()))
                .toList();
    }

    private static Row row(TermTable.Row row) {
        TermTable.Cell first = row.cells().stream()
                .filter(cell -> cell.term().isPresent())
                .findFirst()
                .orElseThrow();
        return new Row(
                first.term().map(term -> Words.term(term.kind())).orElse(""),
                first.term().stream()
                        .flatMap(term -> term.quantities().stream())
                        // A bare number says nothing without what it counts, which stands in the term.
                        .filter(quantity -> quantity.kind() != Quantity.Kind.COUNT)
                        .map(Words::amount)
                        .toList(),
                row.cells().stream().map(ProposalPage::cell).toList());
    }

    private static Cell cell(TermTable.Cell cell) {
        String slots = cell.changed().stream().collect(Collectors.joining(" and ", "", " differs"));
        return switch (cell.telling()) {
            case STATED -> new Cell("stated", cell.words(), "");
            case SAME -> new Cell("same", cell.words(), "");
            case CHANGED -> new Cell("changed", cell.words(), slots);
            case ADDED ->
                new Cell("added", cell.words(), cell.changed().isEmpty() ? "only here" : "only here; " + slots);
            case NOT_STATED -> new Cell("absent", "", "not stated");
        };
    }

    private static List<Status> history(ProposalAccounts accounts, OutletNames outlets, Words words) {
        return accounts.standings().stream()
                .map(standing -> new Status(
                        words.dated(standing.told().article()),
                        outlets.name(standing.told().article().publisher()),
                        status(standing.standing()),
                        standing.told().claim().text(),
                        standing.turn()))
                .toList();
    }

    private static String status(Account.Standing standing) {
        String status = Words.status(standing.status());
        return standing.denied() ? "denies that it was " + status : status;
    }

    private static List<Version> versions(StoredClaim own, Comparison comparison) {
        OutletNames outlets = comparison.outlets();
        List<Version> versions = new ArrayList<>();
        for (Side side : comparison.sides()) {
            for (Told told : side.claims()) {
                if (told.claim().claim().id().equals(own.claim().id())) {
                    continue;
                }
                versions.add(new Version(
                        outlets.name(told.claim().publisher()),
                        told.claim().claim().id().text(),
                        switch (side.kind()) {
                            case SAME -> "says the same";
                            case DIFFERS -> "says it otherwise";
                            case CONTRADICTS -> "contradicts it";
                            case UNRELATED -> "";
                        },
                        told.claim().shown(),
                        side.differences().stream().map(Difference::inWords).toList()));
            }
        }
        return versions;
    }
}
