package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearsay.read.claim.StatementModel;
import org.junit.jupiter.api.Test;

final class LogisticTest {
    @Test
    void aSignThatGoesWithYesSpeaksForItAndOneOfASingleTextSaysNothing() {
        List<Logistic.Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean yes = i % 2 == 0;
            Map<String, Double> signs = i == 0 ? Map.of("past", 1.0, "rare", 1.0) : Map.of(yes ? "past" : "you", 1.0);
            rows.add(new Logistic.Row("text " + i, signs, yes, 1));
        }

        Map<String, Double> weights = Logistic.weights(rows, StatementModel.BASE, 1, 2);

        assertThat(weights).doesNotContainKey("rare");
        assertThat(new StatementModel(weights).share(Map.of("past", 1.0))).isGreaterThan(0.8);
        assertThat(new StatementModel(weights).share(Map.of("you", 1.0))).isLessThan(0.2);
    }

    @Test
    void withoutSignsTheShareIsThatOfTheRows() {
        List<Logistic.Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(new Logistic.Row("text " + i, Map.of(), i % 4 == 0, 1));
        }

        Map<String, Double> weights = Logistic.weights(rows, StatementModel.BASE, 1, 2);

        assertThat(Math.round(100 * new StatementModel(weights).share(Map.of())))
                .isEqualTo(25);
    }
}
