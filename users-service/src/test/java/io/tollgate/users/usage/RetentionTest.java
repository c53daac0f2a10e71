package io.tollgate.users.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MutableClock;
import io.tollgate.users.UsersTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In years that no other test of the database plays in: 400 days before 5 February 2002 is 1 January 2001. */
class RetentionTest extends UsersTest {
    @Autowired
    UsageCounters counters;

    @Autowired
    UsageProperties properties;

    private final MutableClock clock = MutableClock.at("2002-02-05T00:00:00Z");

    @BeforeEach
    void aDayOfLongAgo() {
        for (String table : new String[] {"usage_count", "quota_lease", "quota_count", "usage_report"}) {
            database.sql("DELETE FROM " + table + " WHERE " + (table.equals("usage_count") ? "client_id" : "id")
                            + " LIKE 'old%'")
                    .then()
                    .block();
        }
        insert("usage_count VALUES ('old', '2001-01-01', 'GET /v1/products', 200, 1, 1, 1)");
        insert(
                """
                quota_count VALUES ('old_quota', 'old', 'daily', 'CALLS', 'DAY', '2001-01-01', '2001-01-02T00:00:00', 5, 9, 0)
                """);
        insert("quota_lease VALUES ('old_lease', 'old_quota', 'gtw', 5, '2002-01-29T00:00:00', NULL, NULL)");
        insert("usage_report VALUES ('old_report', 'gtw', '2002-01-29T00:00:00')");
    }

    @Test
    void usage_is_kept_for_400_days_to_the_last() {
        tidy();
        assertThat(count("usage_count WHERE client_id = 'old'")).isOne();

        clock.advance(Duration.ofDays(1));
        tidy();
        assertThat(count("usage_count WHERE client_id = 'old'")).isZero();
    }

    @Test
    void a_repeated_report_is_known_for_a_week() {
        tidy();
        assertThat(count("usage_report WHERE id = 'old_report'")).isOne();

        clock.advance(Duration.ofSeconds(1));
        tidy();
        assertThat(count("usage_report WHERE id = 'old_report'")).isZero();
    }

    @Test
    void the_count_of_a_quota_goes_when_usage_does_and_not_before_its_leases() {
        clock.advance(Duration.ofDays(1));
        database.sql("UPDATE quota_lease SET expires_at = '2002-02-05T00:00:00' WHERE id = 'old_lease'")
                .then()
                .block();
        tidy();
        assertThat(count("quota_count WHERE id = 'old_quota'")).isOne();

        clock.advance(Duration.ofDays(7));
        tidy();
        assertThat(count("quota_lease WHERE id = 'old_lease'")).isZero();
        assertThat(count("quota_count WHERE id = 'old_quota'")).isZero();
    }

    @Test
    void more_than_one_statement_takes_are_removed_too() {
        insert("usage_count SELECT 'old', '2000-12-01', CONCAT('GET /', X), 200, 1, 1, 1 FROM SYSTEM_RANGE(1, 2500)");

        tidy();

        assertThat(count("usage_count WHERE client_id = 'old'")).isOne();
    }

    private void tidy() {
        new TidyUsage(counters, properties, clock).handle().block();
    }

    private void insert(String rows) {
        database.sql("INSERT INTO " + rows).then().block();
    }
}
