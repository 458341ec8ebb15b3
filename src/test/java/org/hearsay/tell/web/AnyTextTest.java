package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a person types is answered by a page that says how it was understood. */
class AnyTextTest extends AtTheNewsstand {
    private static final int TEXTS = 400;
    private static final List<String> BITS = List.of(
            "\"",
            "(",
            ")",
            " AND ",
            " OR ",
            " NOT ",
            "-",
            "*",
            "~",
            "~9",
            ":",
            "source:",
            "stance:",
            "quantity:>",
            "60%",
            "date:",
            "..",
            "scope:claim ",
            "entity:",
            "\u202e",
            "\u0000",
            "<b>",
            "&amp;",
            "{{ page }}",
            "'",
            "\\",
            "/",
            "lithium",
            "brine",
            "toll",
            "é",
            "😀",
            "\ud83d",
            " ",
            " ",
            " ",
            "+",
            "#",
            "%");

    @Test
    void noTextIsAnError() throws Exception {
        Random random = new Random(20261127);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(16); n >= 0; n--) {
                text.append(BITS.get(random.nextInt(BITS.size())));
            }
            String in = i % 4 == 0 ? "&in=articles" : "";
            String html = page("/search?q=" + encoded(text.toString()) + in);
            assertThat(words(html)).as(text.toString()).containsAnyOf(" for ", "all there are", "How to ask");
            page("/search.json?q=" + encoded(text.toString()) + in);
        }
    }
}
