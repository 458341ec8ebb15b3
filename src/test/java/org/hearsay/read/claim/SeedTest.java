package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The one proposal of the article that Hearsay was begun for is found with all of its terms, by either reader; skipped where the
 * article does not lie beside the corpora. Both readers' rules tell it; a network that takes half of it for another offer breaks it.
 */
final class SeedTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOfferIsToldWhole(boolean full) throws Exception {
        Path file = Polnear.corpora()
                .map(p -> p.resolveSibling("seed").resolve("proposals.gold.jsonl"))
                .orElse(Path.of("absent"));
        assumeTrue(Files.exists(file), "no seed lies beside the folder that HEARSAY_CORPORA names: not measured");
        JsonNode gold = new ObjectMapper().readTree(Files.readAllLines(file).get(0));
        String text = gold.get("text").asText();

        Findings found = new ClaimFinder()
                .claimsIn((full ? Texts.full() : Texts.READER)
                        .read(new ArticleReader()
                                .ofText(new ArticleId("seed"), text, Optional.empty(), "the text", Optional.empty())))
                .shown();

        assertThat(found.proposals()).hasSize(1);
        Proposal offer = found.proposals().get(0);
        JsonNode wanted = gold.get("proposals").get(0);
        assertThat(offer.act().name().toLowerCase(Locale.ROOT))
                .isEqualTo(wanted.get("act").asText());
        assertThat(offer.status().name().toLowerCase(Locale.ROOT))
                .isEqualTo(wanted.get("status").asText());
        assertThat(offer.recipient()).isEqualTo(spans(wanted.get("recipient")));
        assertThat(offer.terms())
                .extracting(term -> term.kind().name().toLowerCase(Locale.ROOT) + " " + term.spans())
                .containsExactlyElementsOf(terms(wanted));
    }

    private static List<String> terms(JsonNode proposal) {
        List<String> terms = new ArrayList<>();
        proposal.get("terms").forEach(term -> terms.add(term.get("kind").asText() + " " + spans(term.get("span"))));
        return terms;
    }

    private static List<Span> spans(JsonNode pairs) {
        List<Span> spans = new ArrayList<>();
        pairs.forEach(
                pair -> spans.add(new Span(pair.get(0).asInt(), pair.get(1).asInt())));
        return spans;
    }
}
