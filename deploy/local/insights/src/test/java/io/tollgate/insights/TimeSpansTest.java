package io.tollgate.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeSpansTest {

    @Test
    void time_spans_are_read_to_the_microsecond() {
        assertThat(TimeSpans.millis("00:00:00.012345")).isEqualTo(12.345);
        assertThat(TimeSpans.millis("00:01:02.000001")).isEqualTo(62_000.001);
        assertThat(TimeSpans.millis("1.02:00:00")).isEqualTo(26 * 3_600_000.0);
        assertThat(TimeSpans.millis("soon")).isZero();
    }
}
