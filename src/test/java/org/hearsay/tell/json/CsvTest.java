package org.hearsay.tell.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static String cell(String words) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("a", words);
        return Csv.row(object, List.of("a")).replaceFirst("\r\n$", "");
    }

    @Test
    void theFirstRowNamesTheColumns() {
        assertThat(Csv.header(Csv.GROUPS)).isEqualTo("id,kind,members,differences\r\n");
    }

    @Test
    void commasQuotesAndLinesAreQuoted() {
        assertThat(cell("a, \"b\"\nc")).isEqualTo("\"a, \"\"b\"\"\nc\"");
    }

    @Test
    void absentIsEmptyAndAListIsItsJson() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putNull("a").put("n", 0.5).putArray("list").add("x").add("y");
        assertThat(Csv.row(object, List.of("a", "b", "n", "list"))).isEqualTo(",,0.5,\"[\"\"x\"\",\"\"y\"\"]\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "  =1", "\u200b=1", "＝1", "|x"})
    void whatASpreadsheetWouldRunIsDisarmed(String words) {
        assertThat(cell(words).replace("\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "+60.5", "a=b", "60 %"})
    void numbersAndWordsStayAsTheyAre(String words) {
        assertThat(cell(words)).isEqualTo(words);
    }

    @Test
    void halfASurrogatePairDoesNotBreakTheFile() {
        assertThat(cell("a\ud800b\u0000c😀")).isEqualTo("a\ufffdbc😀");
    }

    @Test
    void voicesAreThePathThatTheWordsTook() {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        claim.putArray("voices").addObject().put("kind", "outlet").put("name", "The Star");
        claim.withArray("voices").addObject().put("kind", "unnamed").put("name", "");
        assertThat(Csv.row(claim, List.of("voices"))).isEqualTo("The Star › unnamed\r\n");
    }
}
