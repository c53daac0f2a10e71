package io.tollgate.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private final Random random = new Random(42);

    @Test
    void the_same_is_not_told_apart() {
        Difference same = Difference.of(times(1_000, 100, 10), times(1_000, 100, 10));

        assertThat(same.isSeen()).isFalse();
        assertThat(same.chance()).isGreaterThan(0.01);
    }

    @Test
    void a_fiftieth_more_is_seen_in_a_thousand() {
        Difference slower = Difference.of(times(1_000, 102, 10), times(1_000, 100, 10));

        assertThat(slower.isSeen()).isTrue();
        assertThat(slower.welch()).isPositive();
    }

    @Test
    void another_form_with_the_same_mean_is_seen() {
        Difference wider = Difference.of(times(1_000, 100, 30), times(1_000, 100, 10));

        assertThat(wider.isSeen()).isTrue();
    }

    @Test
    void the_distance_is_that_of_the_distributions() {
        Difference half = Difference.of(new double[] {1, 2, 3, 4}, new double[] {3, 4, 5, 6});

        assertThat(half.distance()).isEqualTo(0.5, within(1e-9));
    }

    private double[] times(int count, double mean, double spread) {
        return DoubleStream.generate(() -> mean + spread * random.nextGaussian())
                .limit(count)
                .toArray();
    }
}
