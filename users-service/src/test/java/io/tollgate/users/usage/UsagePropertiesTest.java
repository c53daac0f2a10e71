package io.tollgate.users.usage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsagePropertiesTest {
    @Test
    void what_would_lose_counts_stops_the_start_with_a_sentence() {
        assertThatThrownBy(() -> properties(Duration.ofSeconds(59), Duration.ofDays(400), Duration.ofDays(7)))
                .hasMessage("users.usage.lease-for must be from one minute to one day");
        assertThatThrownBy(() -> properties(Duration.ofHours(1), Duration.ofDays(31), Duration.ofDays(7)))
                .hasMessage(
                        "users.usage.keep (TOLLGATE_USERS_KEEP_USAGE) must be at least 32 days: a month is counted with it");
        assertThatThrownBy(() -> properties(Duration.ofHours(1), Duration.ofDays(400), Duration.ofHours(1)))
                .hasMessage("users.usage.keep-reports must be at least one day");
    }

    private static UsageProperties properties(Duration leaseFor, Duration keep, Duration keepReports) {
        return new UsageProperties(leaseFor, keep, keepReports, Duration.ofMinutes(10));
    }
}
