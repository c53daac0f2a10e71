package io.tollgate.gateway.usage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsagePropertiesTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT0.009S", "PT10M1S"})
    void reports_that_come_too_often_or_too_late_stop_the_start_with_a_sentence(Duration every) {
        assertThatThrownBy(() -> new UsageProperties(every, 100_000, Duration.ofSeconds(5)))
                .hasMessage(
                        "tollgate.gateway.usage.reports-every (TOLLGATE_GATEWAY_REPORTS_EVERY) must be from 10ms to 10m");
    }
}
