package io.tollgate.workers.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThirdpartyPropertiesTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ThirdpartyProperties properties = new ThirdpartyProperties(
            Duration.ofSeconds(1), 16, Duration.ofSeconds(15), Duration.ofSeconds(1), LONGEST, Duration.ofSeconds(30));

    @Test
    void pauses_double_up_to_the_longest_and_never_beyond_it() {
        assertThat(pauses(1)).allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) <= 0);
        assertThat(pauses(3)).allMatch(pause -> pause.compareTo(Duration.ofSeconds(4)) <= 0);
        assertThat(pauses(1_000)).allMatch(pause -> pause.compareTo(LONGEST) <= 0);
        assertThat(pauses(1_000))
                .allMatch(pause -> pause.compareTo(LONGEST.multipliedBy(4).dividedBy(5)) >= 0);
    }

    @Test
    void what_failed_together_does_not_come_back_together() {
        assertThat(pauses(1_000)).hasSizeGreaterThan(10);
    }

    private List<Duration> pauses(int attempt) {
        return IntStream.range(0, 200)
                .mapToObj(i -> properties.pauseAfter(attempt, new ShipmentId("shp_" + i)))
                .distinct()
                .toList();
    }
}
