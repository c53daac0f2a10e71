package io.tollgate.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void the_median_is_the_one_in_the_middle() {
        assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void of_an_even_number_the_median_lies_between_two() {
        assertThat(Samples.of(4, 1, 9, 2).median()).isEqualTo(3);
    }

    @Test
    void ninety_five_of_a_hundred_do_not_exceed_the_95th_percentile() {
        Samples samples =
                Samples.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

        assertThat(samples.percentile(95)).isEqualTo(95);
        assertThat(samples.percentile(100)).isEqualTo(100);
        assertThat(samples.percentile(0)).isEqualTo(1);
    }

    @Test
    void a_percentile_of_few_is_rounded_up_to_the_slower_one() {
        assertThat(Samples.of(1, 2, 3).percentile(95)).isEqualTo(3);
    }

    @Test
    void nanoseconds_are_told_in_milliseconds() {
        assertThat(Samples.millis(1_500_000, 500_000).max()).isEqualTo(1.5);
    }

    @Test
    void nothing_measured_has_no_figures() {
        assertThatThrownBy(Samples::of).isInstanceOf(IllegalArgumentException.class);
    }
}
