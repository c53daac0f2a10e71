package io.tollgate.users.credential;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeedPropertiesTest {
    @Test
    void a_feed_that_forgets_too_soon_stops_the_start_with_a_sentence() {
        assertThatThrownBy(() -> new FeedProperties(Duration.ofMinutes(59), Duration.ofMinutes(10)))
                .hasMessage(
                        "users.changes.keep (TOLLGATE_USERS_KEEP_CHANGES) must be at least one hour: an outage may be as long");
        assertThatThrownBy(() -> new FeedProperties(Duration.ofDays(7), Duration.ZERO))
                .hasMessage("users.changes.tidy must be at least one second");
    }
}
