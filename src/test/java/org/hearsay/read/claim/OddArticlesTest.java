package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code claim/odd.txt}: interviews, transcripts, satire, live blogs and other articles that are no plain report, read with
 * the encoder and the names that it finds itself. Run with {@code -Dhearsay.golden=write} to write what is found.
 */
final class OddArticlesTest {
    private static final Path FILE = Path.of("src/test/resources/claim/odd.txt");

    private static final ClaimFinder FINDER = new ClaimFinder();

    private record Odd(String title, String text, List<String> expected) {
        String found() {
            return String.join(
                    "\n",
                    ClaimTableTest.told(FINDER.claimsIn(Texts.full().read(Texts.article(text)))
                            .shown()));
        }
    }

    @TestFactory
    Stream<DynamicTest> anArticleOfAnOddKindGivesItsClaims() throws IOException {
        List<Odd> articles = articles();
        assertThat(articles).hasSizeGreaterThan(12);
        if ("write".equals(System.getProperty("hearsay.golden"))) {
            write(articles);
        }
        return articles.stream()
                .map(odd -> DynamicTest.dynamicTest(
                        odd.title(), () -> assertThat(odd.found()).isEqualTo(String.join("\n", odd.expected()))));
    }

    private static List<Odd> articles() throws IOException {
        List<Odd> articles = new ArrayList<>();
        for (String entry : Files.readString(FILE).split("(?m)^== ")) {
            if (entry.startsWith("#")) {
                continue;
            }
            List<String> lines = entry.strip().lines().toList();
            List<String> text = lines.subList(1, lines.size()).stream()
                    .takeWhile(l -> !l.startsWith("-> "))
                    .toList();
            articles.add(new Odd(
                    lines.get(0), String.join("\n", text), List.copyOf(lines.subList(1 + text.size(), lines.size()))));
        }
        return articles;
    }

    private static void write(List<Odd> articles) throws IOException {
        StringBuilder out = new StringBuilder(Files.readString(FILE).split("(?m)^== ", 2)[0]);
        for (Odd odd : articles) {
            out.append("== ")
                    .append(odd.title())
                    .append('\n')
                    .append(odd.text())
                    .append('\n');
            out.append(odd.found()).append("\n\n");
        }
        Files.writeString(FILE, out.toString().stripTrailing() + "\n");
    }
}
