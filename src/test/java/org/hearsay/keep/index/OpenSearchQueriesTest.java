package org.hearsay.keep.index;

class OpenSearchQueriesTest extends QueriesContract {
    private final SharedIndex shared = new SharedIndex();

    @Override
    protected ClaimIndex open() {
        return shared.open();
    }

    @Override
    protected int oddTexts() {
        return 100;
    }
}
