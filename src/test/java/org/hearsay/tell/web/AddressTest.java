package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AddressTest {
    private static Address of(String query) {
        return Address.of(Optional.of(query), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void narrowingKeepsWhatWasTypedTogether() {
        assertThat(of("a OR b").narrowed("outlet", "The Star").query()).isEqualTo("(a OR b) outlet:\"The Star\"");
        assertThat(of("a AND b NOT c").narrowed("stance", "planned").query())
                .isEqualTo("(a AND b NOT c) stance:planned");
        assertThat(of("a b").narrowed("stance", "planned").query()).isEqualTo("a b stance:planned");
    }

    @Test
    void eachNarrowingCanBeTakenBackAlone() {
        Address both = of("a").narrowed("outlet", "The Star").narrowed("stance", "planned");
        assertThat(both.query()).isEqualTo("a outlet:\"The Star\" stance:planned");
        assertThat(both.chosen()).extracting(Address.Chosen::value).containsExactly("The Star", "planned");
        assertThat(both.chosen().get(0).without().query()).isEqualTo("a stance:planned");
        assertThat(both.chosen().get(1).without().query()).isEqualTo("a outlet:\"The Star\"");
    }

    @Test
    void withoutItsLastWordASearchIsForEverything() {
        assertThat(of("kind:own").chosen().get(0).without().query()).isEqualTo("*");
    }

    @Test
    void whatIsNoPageIsTheFirst() {
        for (String page : new String[] {"0", "-3", "x", "99999999999", ""}) {
            assertThat(Address.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(page))
                            .page())
                    .isEqualTo(1);
        }
        assertThat(Address.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("900"))
                        .page())
                .isEqualTo(Address.MAX_PAGE);
    }

    @Property(tries = 200)
    void anyQueryAndValueGiveAnAddress(@ForAll String query, @ForAll String value) {
        Address narrowed = of(query).narrowed("outlet", value);
        assertThat(narrowed.at("/search")).startsWith("/search?q=").doesNotContain(" ", "\"", "<");
        assertThat(narrowed.chosen()).isNotEmpty();
    }
}
