package org.hearsay.gather.fetch;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.hearsay.page.PageUrl;

/** Which addresses belong to one owner: those whose hosts were registered as one domain, by the public suffix list. */
public final class Sites {
    private Sites() {}

    /** Whether both are of one site: {@code feeds.bbci.co.uk} and {@code www.bbci.co.uk} are, two IP addresses are not. */
    public static boolean same(PageUrl a, PageUrl b) {
        Optional<String> first = site(a);
        return first.isPresent() && first.equals(site(b));
    }

    private static Optional<String> site(PageUrl url) {
        return Optional.ofNullable(HttpUrl.parse(url.text()))
                .map(http -> Optional.ofNullable(http.topPrivateDomain()).orElse(http.host()));
    }
}
