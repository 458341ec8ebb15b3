package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.read.article.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameEdgesTest {
    @ParameterizedTest
    @CsvSource({
        "Oslo-based, 0, 4, Oslo|-|based",
        "anti-Hill, 5, 9, anti|-|Hill",
        "Oslo/Bergen, 5, 11, Oslo|/|Bergen",
        "U.S., 0, 3, U.S.",
        "hill@acme.example, 5, 9, hill@acme.example",
        "Oslo, 0, 4, Oslo"
    })
    void aWordIsCutWhereANameEndsInside(String word, int from, int to, String parts) {
        NameEdges edges = new NameEdges(List.of(new Marked.Found(new Span(from, to), NameType.LOCATION)));
        assertThat(edges.cut(word, List.of(new Span(0, word.length()))))
                .extracting(span -> span.of(word))
                .containsExactly(parts.split("\\|"));
    }
}
