package io.tollgate.users.refusal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MutableClock;
import io.tollgate.users.Refused;
import io.tollgate.users.UsersTest;
import io.tollgate.users.client.Clients;
import io.tollgate.users.refusal.ReadRefusal;
import io.tollgate.users.refusal.RefusalProperties;
import io.tollgate.users.refusal.RefusedRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In a year that no other test of the database plays in. */
class OldRefusalsTest extends UsersTest {
    @Autowired
    RefusedRequests requests;

    @Autowired
    RefusalProperties properties;

    @Autowired
    Clients clients;

    private final MutableClock clock = MutableClock.at("2003-05-05T12:00:00Z");

    @Test
    void what_was_refused_is_found_for_a_day_and_then_in_no_row() {
        Refused refused = new Refused(database);
        Instant at = Instant.parse("2003-05-04T12:00:00.000001Z");
        String id = refused.request("cli_2003", at);
        ReadRefusal read = new ReadRefusal(requests, clients, properties, clock);
        OldRefusals old = new OldRefusals(requests, properties, clock);

        old.round().block();
        assertThat(read.handle(id, "cli_2003", Optional.empty()).block().at()).isEqualTo(at);

        clock.advance(Duration.ofSeconds(1));
        assertThat(read.handle(id, "cli_2003", Optional.empty())
                        .onErrorComplete()
                        .block())
                .isNull();
        assertThat(count("refused_request WHERE client_id = 'cli_2003'")).isOne();
        old.round().block();
        assertThat(count("refused_request WHERE client_id = 'cli_2003'")).isZero();
    }

    @Test
    void more_than_one_statement_takes_are_removed_too() {
        database.sql(
                        """
                        INSERT INTO refused_request (request_id, client_id, happened_at, status, type)
                        SELECT CONCAT('req_2003_', X), 'cli_many', '2003-01-01T00:00:00', 403, 'missing-scope'
                        FROM SYSTEM_RANGE(1, 2500)
                        """)
                .then()
                .block();

        new OldRefusals(requests, properties, clock).round().block();

        assertThat(count("refused_request WHERE client_id = 'cli_many'")).isZero();
    }
}
