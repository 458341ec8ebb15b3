package org.hearsay.keep.index;

class OpenSearchHitsTest extends HitsContract {
    private final SharedIndex shared = new SharedIndex();

    @Override
    protected ClaimIndex open() {
        return shared.open();
    }
}
