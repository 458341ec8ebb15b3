package org.hearsay.tell.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hearsay.read.article.Dated;
import org.junit.jupiter.api.Test;

class InputLineTest {
    @Test
    void aTextIsKeptExactlyAsGiven() {
        assertThat(InputLine.text(1, "{\"id\":7,\"text\":\" a\\r\\n\\ud800 \",\"more\":[1]}"))
                .isEqualTo(new InputLine.Good<>(new InputLine.Text(
                        "7", " a\r\n\ud800 ", Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void whatIsSaidOfATextIsTaken() {
        String line = "{\"id\":\"x\",\"text\":\"\",\"title\":\"T\",\"outlet\":\"The Star\",\"published\":\"%s\"}";
        assertThat(InputLine.text(3, line.formatted("2026-11-23T10:00:00+02:00")))
                .isEqualTo(new InputLine.Good<>(new InputLine.Text(
                        "x",
                        "",
                        Optional.of("T"),
                        Optional.of("The Star"),
                        Optional.of(new Dated.At(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.ofHours(2))))));
        assertThat(InputLine.text(3, line.formatted("2026-11-23")))
                .extracting(l -> ((InputLine.Good<InputLine.Text>) l).value().published())
                .isEqualTo(Optional.of(new Dated.On(LocalDate.of(2026, 11, 23))));
        assertThat(InputLine.text(3, line.formatted("yesterday")))
                .extracting(l -> ((InputLine.Good<InputLine.Text>) l).value().published())
                .isEqualTo(Optional.empty());
    }

    @Test
    void pairsQueriesAndReadyClaimsAreRead() {
        assertThat(InputLine.pair(1, "{\"id\":\"p\",\"a\":\"x\",\"b\":\"y\"}"))
                .isEqualTo(new InputLine.Good<>(new InputLine.Pair("p", "x", "y")));
        assertThat(InputLine.sought(1, "{\"id\":\"q\",\"text\":\"ore\"}"))
                .isEqualTo(new InputLine.Good<>(new InputLine.Sought("q", "ore")));
        assertThat(InputLine.ready(1, "\uFEFF{\"id\":\"c\",\"text\":\"ore\",\"title\":\"T\"}"))
                .isEqualTo(new InputLine.Good<>(new InputLine.Ready("c", "ore", Optional.of("T"))));
    }

    @Test
    void aBadLineIsNamedWithWhatToWriteInstead() {
        assertThat(InputLine.text(12, "{\"id\":\"x\"}"))
                .isEqualTo(new InputLine.Bad<>(
                        "line 12: \"text\" is missing or no text; a line looks like {\"id\":\"…\",\"text\":\"…\"}"));
        assertThat(InputLine.pair(2, "[1]")).isInstanceOf(InputLine.Bad.class);
        assertThat(((InputLine.Bad<InputLine.Sought>) InputLine.sought(4, "{\"id\": x")).problem())
                .startsWith("line 4, column");
        assertThat(InputLine.text(1, "{\"id\":\"x\",\"text\":\"a\"} {}")).isInstanceOf(InputLine.Bad.class);
    }

    @Property(tries = 200)
    void anyLineGetsAnAnswer(@ForAll String line) {
        assertThat(InputLine.text(1, line)).isNotNull();
        assertThat(InputLine.text(1, "{\"id\":\"" + line)).isNotNull();
    }
}
