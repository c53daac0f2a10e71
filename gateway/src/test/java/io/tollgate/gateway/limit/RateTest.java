package io.tollgate.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_burst_as_large_as_the_limit_is_full_again_after_the_window() {
        assertThat(new Rate(100, MINUTE, 100).secondsToFull()).isEqualTo(60);
    }

    @Test
    void a_smaller_burst_is_full_again_sooner_and_never_said_too_soon() {
        assertThat(new Rate(6_000, MINUTE, 1_000).secondsToFull()).isEqualTo(10);
        assertThat(new Rate(7, Duration.ofSeconds(3), 5).secondsToFull()).isEqualTo(3);
        assertThat(new Rate(1_000, Duration.ofSeconds(1), 1).secondsToFull()).isEqualTo(1);
    }

    @Test
    void a_rate_of_nothing_is_no_rate() {
        assertThatThrownBy(() -> new Rate(0, MINUTE, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
