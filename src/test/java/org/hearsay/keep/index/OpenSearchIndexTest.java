package org.hearsay.keep.index;

class OpenSearchIndexTest extends ClaimIndexContract {
    private final SharedIndex shared = new SharedIndex();

    @Override
    protected ClaimIndex open() {
        return shared.open();
    }
}
