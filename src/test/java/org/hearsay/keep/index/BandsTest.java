package org.hearsay.keep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BandsTest {
    private static final int SIZE = 384;
    private static final int POINTS = 2_000;
    private static final int LOOKED_AT = 80;
    private static final int NEAREST = 10;

    /** Points as sentences have them: all lean to one side, some share a subject. */
    @Test
    void theNearestPointsShareTheMostWords() {
        Random random = new Random(7);
        double[] side = drawn(random);
        List<double[]> subjects = new ArrayList<>();
        for (int i = 0; i < POINTS / 20; i++) {
            subjects.add(drawn(random));
        }
        List<byte[]> points = new ArrayList<>();
        List<Set<String>> words = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            byte[] point = point(side, subjects.get(i % subjects.size()), drawn(random));
            points.add(point);
            words.add(new HashSet<>(Bands.of(point)));
        }
        int found = 0;
        for (int i = 0; i < subjects.size(); i++) {
            byte[] asked = point(side, subjects.get(i), drawn(random));
            Set<String> own = new HashSet<>(Bands.of(asked));
            List<Integer> near = Ranked.all(POINTS, doc -> Bands.cosine(points.get(doc), asked))
                    .subList(0, NEAREST);
            List<Integer> rough = Ranked.all(
                            POINTS,
                            doc -> own.stream().filter(words.get(doc)::contains).count())
                    .subList(0, LOOKED_AT);
            found += (int) near.stream().filter(rough::contains).count();
        }
        // By chance it would be one in 25.
        assertThat(found / (double) (NEAREST * subjects.size())).isGreaterThan(0.9);
    }

    private static double[] drawn(Random random) {
        return random.doubles(SIZE, -1, 1).toArray();
    }

    private static byte[] point(double[] side, double[] subject, double[] own) {
        byte[] point = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            point[i] = (byte) Math.round(50 * (0.4 * side[i] + 0.9 * subject[i] + own[i]));
        }
        return point;
    }
}
