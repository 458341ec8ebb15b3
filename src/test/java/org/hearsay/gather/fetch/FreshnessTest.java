package org.hearsay.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.page.Header;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** Header lines between bars, and the seconds that come of them; RFC 9111, 4.2.1 and 5.2.2. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        Cache-Control: max-age=600 ; 600
        cache-control: public, Max-Age="600" ; 600
        Cache-Control: max-age=600|Age: 100 ; 500
        Cache-Control: max-age=600|Age: 700 ;
        Cache-Control: max-age=0 ;
        Cache-Control: no-cache, max-age=600 ;
        Cache-Control: max-age=soon ;
        Cache-Control: max-age=99999999999999999999 ; 2147483647
        Expires: Fri, 20 Nov 2026 13:00:00 GMT ; 3600
        Expires: Friday, 20-Nov-26 13:00:00 GMT ; 3600
        Expires: Fri Nov 20 13:00:00 2026 ; 3600
        Expires: Fri, 20 Nov 2026 13:00:00 GMT|Date: Fri, 20 Nov 2026 12:30:00 GMT ; 1800
        Expires: Fri, 20 Nov 2026 13:00:00 GMT|Cache-Control: max-age=5 ; 5
        Expires: -1 ;
        Expires: 0 ;
        ETag: x ;
        """)
    void anAnswerSaysForHowLongItIsGood(String lines, Long seconds) {
        List<Header> headers = new ArrayList<>();
        for (String line : lines.split("\\|")) {
            String[] header = line.split(":", 2);
            headers.add(new Header(header[0].strip(), header[1].strip()));
        }
        assertThat(Freshness.of(headers, NOON).map(Duration::toSeconds).orElse(null))
                .isEqualTo(seconds);
    }
}
