package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.read.article.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The table {@code claim/table.txt}: texts of our own, and what is to be found in each. Run with
 * {@code -Dhearsay.golden=write} to write what is found, then review the difference like code.
 */
final class ClaimTableTest {
    private static final Path TABLE = Path.of("src/test/resources/claim/table.txt");

    private static final ClaimFinder FINDER = new ClaimFinder();

    /** One entry of the table. {@code expected} is empty where it has not been written yet. */
    record Row(String title, String names, String text, List<String> expected) {
        String found() {
            Findings findings = FINDER.claimsIn(Texts.reading(text, names));
            return String.join("\n", told(findings));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRowGivesItsClaims() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThan(60);
        if ("write".equals(System.getProperty("hearsay.golden"))) {
            write(rows);
        }
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.title(), () -> assertThat(row.found()).isEqualTo(String.join("\n", row.expected()))));
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String entry : Files.readString(TABLE).split("(?m)^== ")) {
            if (entry.isBlank() || entry.startsWith("#")) {
                continue;
            }
            List<String> lines = new ArrayList<>(entry.strip().lines().toList());
            String title = lines.remove(0);
            String names = lines.get(0).startsWith("names: ") ? lines.remove(0).substring(7) : "";
            List<String> text =
                    lines.stream().takeWhile(l -> !l.startsWith("-> ")).toList();
            List<String> expected = lines.subList(text.size(), lines.size());
            rows.add(new Row(title, names, String.join("\n", text).strip(), List.copyOf(expected)));
        }
        return rows;
    }

    private static void write(List<Row> rows) throws IOException {
        String head = Files.readString(TABLE).split("(?m)^== ", 2)[0];
        StringBuilder out = new StringBuilder(head);
        for (Row row : rows) {
            out.append("== ").append(row.title()).append('\n');
            if (!row.names().isEmpty()) {
                out.append("names: ").append(row.names()).append('\n');
            }
            out.append(row.text()).append('\n').append(row.found()).append("\n\n");
        }
        Files.writeString(TABLE, out.toString().stripTrailing() + "\n");
    }

    /** Findings as lines: stance, quotation, voices, cue, content; then the proposals. */
    static List<String> told(Findings findings) {
        String text = findings.reading().article().text();
        List<String> lines = new ArrayList<>();
        for (Claim claim : findings.claims()) {
            String quantities = claim.quantities().stream()
                    .map(q -> q.span().of(text)
                            + q.of().map(of -> " of " + of.of(text)).orElse(""))
                    .collect(Collectors.joining(", "));
            lines.add("-> " + lower(claim.stance()) + (claim.denied() ? " denied" : "") + " " + lower(claim.quotation())
                    + " | " + claim.voices().stream().map(ClaimTableTest::told).collect(Collectors.joining(" > "))
                    + " | " + words(text, claim.cue())
                    + " | " + words(text, claim.content())
                    + (quantities.isEmpty() ? "" : " | " + quantities)
                    + claim.proposal()
                            .map(p -> " | proposal " + (findings.proposals().indexOf(p) + 1))
                            .orElse(""));
        }
        for (Proposal proposal : findings.proposals()) {
            lines.add("-> proposal: " + lower(proposal.act()) + ", " + lower(proposal.status())
                    + " | by " + words(text, proposal.proposer())
                    + " | to " + words(text, proposal.recipient())
                    + " | matter " + words(text, proposal.matter())
                    + " | reporter " + words(text, proposal.reporter()));
            for (Term term : proposal.terms()) {
                lines.add("-> term: " + lower(term.kind()) + " | " + words(text, term.spans()));
            }
        }
        return lines.isEmpty() ? List.of("-> nothing") : lines;
    }

    private static String told(Voice voice) {
        return switch (voice) {
            case Voice.Outlet outlet -> "outlet";
            case Voice.Named named ->
                named.name() + named.role().map(r -> " (" + r + ")").orElse("");
            case Voice.Unnamed unnamed -> "'" + unnamed.description() + "'";
            case Voice.Unresolved unresolved -> "?" + unresolved.words();
        };
    }

    private static String words(String text, List<Span> spans) {
        return spans.isEmpty() ? "-" : spans.stream().map(s -> s.of(text)).collect(Collectors.joining(" … "));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<Row> row(String title) throws IOException {
        return rows().stream().filter(r -> r.title().equals(title)).findFirst();
    }
}
