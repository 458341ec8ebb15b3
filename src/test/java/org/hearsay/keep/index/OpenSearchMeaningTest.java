package org.hearsay.keep.index;

class OpenSearchMeaningTest extends MeaningContract {
    private final SharedIndex shared = new SharedIndex();

    @Override
    protected ClaimIndex open() {
        return shared.open();
    }
}
