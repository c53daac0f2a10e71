package io.tollgate.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalDaysTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LocalDays days = new LocalDays();

    @Test
    void a_day_ends_at_midnight_where_the_client_is_also_when_it_has_23_or_25_hours() {
        assertThat(day("2026-03-28T23:00:00Z")).isEqualTo("2026-03-29");
        assertThat(day("2026-03-29T21:59:59Z")).isEqualTo("2026-03-29");
        assertThat(day("2026-03-29T22:00:00Z")).isEqualTo("2026-03-30");
        assertThat(day("2026-10-24T22:00:00Z")).isEqualTo("2026-10-25");
        assertThat(day("2026-10-25T22:59:59Z")).isEqualTo("2026-10-25");
        assertThat(day("2026-10-25T23:00:00Z")).isEqualTo("2026-10-26");
    }

    @Test
    void clients_elsewhere_have_another_day_and_a_clock_that_is_set_back_has_the_day_before_again() {
        assertThat(day("2026-05-04T22:30:00Z")).isEqualTo("2026-05-05");
        assertThat(days.at(Instant.parse("2026-05-04T22:30:00Z"), ZoneId.of("UTC")))
                .isEqualTo("2026-05-04");
        assertThat(day("2026-05-04T21:59:59Z")).isEqualTo("2026-05-04");
    }

    private String day(String moment) {
        return days.at(Instant.parse(moment), BERLIN).toString();
    }
}
