package io.tollgate.users.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuotaPeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_day_begins_and_ends_at_midnight_where_the_client_is() {
        Span day = QuotaPeriod.DAY.at(Instant.parse("2026-05-04T22:30:00Z"), BERLIN);

        assertThat(day.firstDay()).isEqualTo("2026-05-05");
        assertThat(day.start()).isEqualTo("2026-05-04T22:00:00Z");
        assertThat(day.end()).isEqualTo("2026-05-05T22:00:00Z");
    }

    @Test
    void the_days_on_which_clocks_change_have_23_and_25_hours() {
        assertThat(length(QuotaPeriod.DAY, "2026-03-29T12:00:00Z", BERLIN)).isEqualTo(Duration.ofHours(23));
        assertThat(length(QuotaPeriod.DAY, "2026-10-25T12:00:00Z", BERLIN)).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void a_midnight_that_the_clocks_skip_or_repeat_belongs_to_one_day() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");
        Span skipped = QuotaPeriod.DAY.at(Instant.parse("2026-03-29T12:00:00Z"), beirut);
        assertThat(skipped.start()).isEqualTo("2026-03-28T22:00:00Z");
        assertThat(skipped.start().atZone(beirut).getHour()).isEqualTo(1);
        ZoneId havana = ZoneId.of("America/Havana");
        Span repeated = QuotaPeriod.DAY.at(Instant.parse("2026-11-01T05:30:00Z"), havana);
        assertThat(repeated.firstDay()).isEqualTo("2026-11-01");
        assertThat(repeated.start()).isEqualTo("2026-11-01T04:00:00Z");
        assertThat(Duration.between(repeated.start(), repeated.end())).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void a_week_begins_on_monday_and_a_month_ends_with_its_last_day() {
        Span week = QuotaPeriod.WEEK.at(Instant.parse("2027-01-03T12:00:00Z"), ZoneId.of("UTC"));
        assertThat(week.firstDay()).isEqualTo("2026-12-28");
        assertThat(week.end()).isEqualTo("2027-01-04T00:00:00Z");

        Span february = QuotaPeriod.MONTH.at(Instant.parse("2028-02-29T23:59:59Z"), ZoneId.of("UTC"));
        assertThat(february.firstDay()).isEqualTo(LocalDate.of(2028, 2, 1));
        assertThat(february.end()).isEqualTo("2028-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void every_moment_is_in_one_period_and_the_next_begins_where_it_ends(QuotaPeriod period) {
        Random random = new Random(7);
        List<String> zones =
                List.of("Europe/Berlin", "Asia/Beirut", "America/Havana", "Pacific/Apia", "Asia/Kathmandu");
        for (int i = 0; i < 20_000; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Instant moment = Instant.ofEpochSecond(1_300_000_000L + random.nextInt(600_000_000));
            Span span = period.at(moment, zone);

            assertThat(span.start()).isBeforeOrEqualTo(moment);
            assertThat(span.end()).isAfter(moment);
            assertThat(period.at(span.end().minusNanos(1), zone)).isEqualTo(span);
            assertThat(period.at(span.end(), zone).start()).isEqualTo(span.end());
        }
    }

    private static Duration length(QuotaPeriod period, String moment, ZoneId zone) {
        Span span = period.at(Instant.parse(moment), zone);
        return Duration.between(span.start(), span.end());
    }
}
