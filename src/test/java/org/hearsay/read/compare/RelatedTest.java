package org.hearsay.read.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.claim.Stance;
import org.junit.jupiter.api.Test;

/** One statement beside many: the look that spares most comparisons must not spare one that tells something. */
class RelatedTest {
    private static final int NEIGHBOURS = 40;
    private final Comparer comparer = new Comparer();

    @Test
    void whatIsSeenAtOnceToBeUnrelatedIsUnrelated() throws IOException {
        List<Comparer.Prepared> all = new ArrayList<>();
        for (TablePair pair : TablePair.all()) {
            all.add(comparer.prepare(Said.that("a" + all.size(), pair.a(), Stance.ASSERTED, false, Optional.empty())));
            boolean denied = all.size() % 8 == 1;
            all.add(comparer.prepare(Said.that("b" + all.size(), pair.b(), Stance.ASSERTED, denied, Optional.empty())));
        }
        int related = 0;
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < Math.min(all.size(), i + NEIGHBOURS); j++) {
                Relation relation = comparer.relation(all.get(i), all.get(j));
                Optional<Relation> told = Optional.of(relation).filter(some -> some.kind() != Relation.Kind.UNRELATED);
                assertThat(comparer.related(all.get(i), all.get(j))).isEqualTo(told);
                related += told.isPresent() ? 1 : 0;
            }
        }
        assertThat(related).isGreaterThan(50);
    }
}
