package io.tollgate.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.values.Ids;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** An order of each test's own, and the orders that speak of it; at its end nothing is still to be asked of the network. */
abstract class PaymentsOfAnOrder extends RunningPayments {
    @Autowired
    protected Ids ids;

    @Autowired
    private DatabaseClient database;

    protected Orders orders;
    protected String order;

    @BeforeEach
    void an_order() {
        orders = new Orders();
        order = ids.next("ord");
    }

    @AfterEach
    void nothing_rests() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(openIntents()).isZero());
        orders.close();
    }

    private long openIntents() {
        return count("SELECT COUNT(*) AS rows_found FROM payment_intent WHERE settled = 0");
    }

    protected long count(String sql) {
        return database.sql(sql)
                .map(row -> row.get("rows_found", Number.class).longValue())
                .one()
                .block();
    }
}
