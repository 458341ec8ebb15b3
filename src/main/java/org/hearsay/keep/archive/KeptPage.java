package org.hearsay.keep.archive;

import java.util.Map;
import org.hearsay.page.Page;

/**
 * A page as it lies in the archive.
 *
 * @param facts what was known beside the bytes when they were kept (the feed, its hints), as short texts by name
 */
public record KeptPage(Kept at, Page page, Map<String, String> facts) {
    public KeptPage {
        facts = Map.copyOf(facts);
    }
}
