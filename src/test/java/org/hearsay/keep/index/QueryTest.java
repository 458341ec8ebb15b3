package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rare earth                     | rare earth",
                "rare AND earth                 | rare AND earth",
                "a AND b c OR d                  | (a AND b c) OR d",
                "a (b AND c)                     | a (b AND c)",
                "a AND (b AND (c OR d))          | a AND b AND (c OR d)",
                "-(a AND b)                      | NOT (a AND b)",
                "supply contract* AND sanctions NOT ukraine | supply contract* AND sanctions NOT ukraine",
                "rare && earth                  | rare earth",
                "a OR b c                       | a OR (b c)",
                "(a OR b) c                     | (a OR b) c",
                "(a OR (b OR c))                | a OR b OR c",
                "NOT a                          | NOT a",
                "NOT NOT a                      | a",
                "a NOT (b c)                    | a NOT (b c)",
                "-(a OR b)                      | NOT (a OR b)",
                "“rare  earth”                  | \"rare earth\"",
                "Source:(putin OR \"x y\")      | source:putin OR source:\"x y\"",
                "source:\"white house\"         | source:\"white house\"",
                "name:china                     | about:china",
                "entity:person:Zoë-Hill         | entity:person:zoe-hill",
                "entity:\"Zoë Hill\"            | entity:zoe-hill",
                "stance:Denied                  | denied:yes",
                "denied:TRUE                    | denied:yes",
                "quantity:\"60 percent\"        | quantity:60%",
                "quantity:€1,000.50             | quantity:1000.5eur",
                "after:2026-11                  | after:2026-11-01",
                "sanktion~                       | sanktion~2",
                "putn~ source:lavrof~1           | putn~1 source:lavrof~1",
                "\"rare deal\"~3                 | \"rare deal\"~3",
                "\"rare deal\"~                  | \"rare deal\"~5",
                "quantity:>50%                   | quantity:>50%",
                "quantity:>=50                   | quantity:50..",
                "quantity:<$1,000                | quantity:<1000usd",
                "quantity:50-70%                 | quantity:50..70%",
                "unit:Percent                    | unit:%",
                "unit:$                          | unit:usd",
                "date:2026-11                    | date:2026-11",
                "date:2026-11-01..2026-11-10     | date:2026-11-01..2026-11-10",
                "date:>=2026-11                  | date:2026-11..",
                "first-seen:7d                   | first-seen:7d",
                "seen:24H                        | first-seen:24h",
                "has:proposal term:tariff        | has:proposal term:tariff",
                "12:30                          | 12:30",
                "https://example.org/a?b=c      | https://example.org/a?b=c",
                "rare-earth                     | rare-earth",
                "don't                          | don't",
                "and or not                     | and or not",
                "Ukraine: talks, \"peace\"!     | Ukraine talks \"peace\"",
                "sanct* *                       | sanct* *",
                "-foo -bar                      | NOT foo NOT bar",
                "a - b                          | a b",
            })
    void isUnderstood(String typed, String understood) {
        Query query = Query.parse(typed);

        assertThat(query.understood()).isEqualTo(understood);
        assertThat(query.oddity()).isEmpty();
        assertThat(query.typed()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"rare earth               |  0 | this quotation mark is never closed    | rare earth",
                "rare (earth                |  5 | this ( is never closed                 | rare earth",
                "rare earth)                | 10 | no ( belongs to this )                 | rare earth",
                "rare ()                    |  5 | there is nothing in these parentheses  | rare",
                "talker:putin               |  0 | there is no field talker:              | talker putin",
                "x source:                  |  2 | source: has nothing after it           | x source",
                "stance:sure                |  7 | stance: takes one of asserted possible | stance sure",
                "entity:x:?                 |  7 | entity: takes a name or an id          | entity x",
                "after:yesterday            |  6 | after: takes a date                    | after yesterday",
                "after:2026-02-31           |  6 | after: takes a date                    | after 2026-02-31",
                "quantity:70..50%           |  9 | quantity: takes a number               | quantity 70..50%",
                "date:soon                  |  5 | date: takes days                       | date soon",
                "unit:60                    |  5 | unit: takes a unit                     | unit 60",
                "ab~                        |  0 | a word with ~ needs at least three     | ab",
                "quantity:some/$            |  9 | quantity: takes a number               | quantity some",
                "AND rare                   |  0 | AND has nothing before it              | rare",
                "rare AND                   |  5 | AND has nothing after it               | rare",
                "rare AND AND earth         |  9 | AND has nothing before it              | rare AND earth",
                "OR rare                    |  0 | OR has nothing before it               | rare",
                "rare OR                    |  5 | OR has nothing after it                | rare",
                "rare NOT                   |  5 | nothing comes after NOT                | rare",
                "\"\" rare                  |  0 | there is no word between               | rare",
                "ra*re*                     |  2 | * is understood only at the end        | ra re*",
                "*a*b*                      |  2 | * is understood only at the end        | a b",
                "a*                         |  0 | a prefix needs at least two letters    | a",
                "?!                         |  0 | there is no word in it                 |",
            })
    void whatIsNoSyntaxIsSearchedAsWordsAndSaid(String typed, int position, String words, String understood) {
        Query query = Query.parse(typed);

        assertThat(query.oddity()).hasValueSatisfying(oddity -> {
            assertThat(oddity.words()).startsWith(words);
            assertThat(oddity.position()).isEqualTo(position);
        });
        assertThat(query.understood()).isEqualTo(understood == null ? "" : understood);
    }

    @Test
    void theCaretStandsUnderTheOddPlace() {
        Query query = Query.parse("rare\tearth)");

        assertThat(query.oddity().orElseThrow().caret(query.typed()).lines())
                .containsExactly("rare earth)", "          ^ no ( belongs to this )");
    }

    @Test
    void aLongQueryIsShownAroundTheOddPlace() {
        Query query = Query.parse("word ".repeat(40) + "(" + " word".repeat(40));

        List<String> lines =
                query.oddity().orElseThrow().caret(query.typed()).lines().toList();

        assertThat(lines.get(0)).hasSize(120);
        assertThat(lines.get(0).charAt(lines.get(1).indexOf('^'))).isEqualTo('(');
    }

    @Test
    void aLongTextIsSearchedForItsFirstWords() {
        Query query = Query.parse("word ".repeat(100_000));

        assertThat(query.understood().split(" ")).hasSize(QueryReader.MAX_WORDS);
        assertThat(query.oddity()).hasValueSatisfying(o -> assertThat(o.words()).startsWith("only the first"));
        assertThat(Query.free("alpha beta gamma ".repeat(100_000)).understood()).isEqualTo("alpha OR beta OR gamma");
    }

    @Test
    void theLineThatSignsAMessageIsToldFromIt() {
        assertThat(Query.unsigned("The bridge is closed \u2014 Ann Hill (@annhill) May 4, 2019"))
                .hasValueSatisfying(text -> assertThat(text.strip()).isEqualTo("The bridge is closed"));
        assertThat(Query.unsigned("The bridge \u2014 and the road (both) \u2014 is closed"))
                .isEmpty();
    }

    @Test
    void nothingIsFoundByTheAddressesOfAText() {
        assertThat(Query.free("Flood in Port Lindsaypic.twitter.com/Ab12 https://t.co/Xy9 t.co/Xy8")
                        .understood())
                .isEqualTo("flood OR port OR lindsay");
        assertThat(Query.plain("Flood in Port Lindsaypic.twitter.com/Ab12 \u2014 Ann Hill"))
                .isEqualTo("Flood in Port Lindsay  \u2014 Ann Hill");
    }

    @Test
    void aFreeTextHasNoSyntax() {
        assertThat(Query.free("NOT (a \"b\" -c source:d 1,000.5% OR it's* a").understood())
                .isEqualTo("b OR c OR source OR d OR 1,000.5 OR it's");
        assertThat(Query.free("?!").understood()).isEmpty();
        assertThat(Query.free("").understood()).isEmpty();
    }

    @Property(tries = 10_000)
    void whatIsUnderstoodIsUnderstoodAgain(@ForAll("hostile") String typed) {
        Query query = Query.parse(typed);
        Query again = Query.parse(query.understood());

        assertThat(again.understood()).isEqualTo(query.understood());
        query.oddity().ifPresent(oddity -> {
            assertThat(oddity.position()).isBetween(0, typed.length());
            assertThat(oddity.caret(typed)).contains("^ ");
        });
        Query free = Query.free(typed);
        assertThat(Query.parse(free.understood()).understood()).isEqualTo(free.understood());
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> bits = Arbitraries.of(
                "\"",
                "(",
                ")",
                "AND",
                "OR",
                "NOT",
                "-",
                "*",
                ":",
                "source:",
                "stance:",
                "in:",
                "after:",
                "zz:",
                "quantity:",
                "date:",
                "first-seen:",
                "unit:",
                "~",
                "~2",
                "..",
                ">",
                "7d",
                " ",
                " ",
                " ",
                "rare",
                "x",
                "2026",
                "60%",
                "$",
                "“",
                "»",
                "//",
                "\u0000",
                "\ud83d",
                "\ude00",
                "😀",
                "é",
                "İ",
                "'");
        return Arbitraries.oneOf(
                bits.list().ofMaxSize(14).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(40));
    }
}
