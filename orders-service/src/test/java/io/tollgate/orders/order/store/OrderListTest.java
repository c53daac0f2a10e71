package io.tollgate.orders.order.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.orders.OrdersWithoutBus;
import io.tollgate.orders.order.OrderQuery;
import io.tollgate.orders.order.OrderStatus;
import io.tollgate.orders.order.Orders;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** One caller with a hundred thousand orders: every way to list them has an index that leads to its page. */
@OrdersWithoutBus
@TestInstance(Lifecycle.PER_CLASS)
class OrderListTest {
    private static final Logger LOG = LoggerFactory.getLogger(OrderListTest.class);
    private static final int ORDERS = 100_000;
    private static final String USER = "usr_with_many_orders";
    private static final String CLIENT = "cli_with_many_orders";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T01:00:00Z");

    @Autowired
    private Orders orders;

    @Autowired
    private DatabaseClient database;

    @BeforeAll
    void many() {
        run(
                """
            INSERT INTO customer_order (id, version, user_id, client_id, external_key, status, stage, reason, deadline,
                stock_version, payment_version, shipment_version, shipment_id, total_amount, refunded_amount, currency,
                placed_at, changed_at)
            SELECT 'ord_many_' || LPAD(x, 10, '0'), 2, 'usr_with_many_orders', 'cli_with_many_orders',
                ':many-' || x, CASE WHEN MOD(x, 1000) = 0 THEN 'CANCELED' ELSE 'SHIPPED' END,
                CASE WHEN MOD(x, 1000) = 0 THEN 'CANCELED' ELSE 'SHIPPED' END,
                CASE WHEN MOD(x, 1000) = 0 THEN 'expired' END, NULL, 0, 0, 0, 'shp', 100, 0, 'EUR',
                DATEADD(SECOND, x, TIMESTAMP '2026-01-01 00:00:00'), TIMESTAMP '2026-02-01 00:00:00'
            FROM SYSTEM_RANGE(1, 100000)
            """);
        run(
                """
            INSERT INTO order_line (order_id, line_no, product_id, name, quantity, unit_price)
            SELECT 'ord_many_' || LPAD(x, 10, '0'), 0, 'prd', 'Espresso cup, white', 1, 100
            FROM SYSTEM_RANGE(1, 100000)
            """);
    }

    @AfterAll
    void gone() {
        run("DELETE FROM order_line WHERE order_id LIKE 'ord_many_%'");
        run("DELETE FROM customer_order WHERE user_id = 'usr_with_many_orders'");
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of("own", own(null, null), "IX_CUSTOMER_ORDER_BUYER"),
                Arguments.of("own, canceled", own(OrderStatus.CANCELED, null), "IX_CUSTOMER_ORDER_BUYER_STATUS"),
                Arguments.of("own, of long ago", own(null, LONG_AGO), "IX_CUSTOMER_ORDER_BUYER"),
                Arguments.of("all", all(null, null), "IX_CUSTOMER_ORDER_PLACED"),
                Arguments.of("all, canceled", all(null, OrderStatus.CANCELED), "IX_CUSTOMER_ORDER_STATUS"),
                Arguments.of("a user's", all(USER, null), "IX_CUSTOMER_ORDER_USER"),
                Arguments.of("a user's, canceled", all(USER, OrderStatus.CANCELED), "IX_CUSTOMER_ORDER_USER_STATUS"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void each_question_has_its_index(String question, OrderQuery query, String index) {
        ListStatement statement = new ListStatement(query, 21);

        String plan = database.sql("EXPLAIN " + statement.sql())
                .bindValues(statement.parameters())
                .map(row -> row.get(0, String.class))
                .one()
                .block();

        assertThat(plan).containsIgnoringCase(index + ":").containsIgnoringCase("index sorted");
        LOG.info("{}: p95 {} µs of a page of 20 out of {}", question, p95(query), ORDERS);
    }

    @Test
    void a_page_is_what_was_asked_for() {
        assertThat(orders.list(own(OrderStatus.CANCELED, LONG_AGO), 21)
                        .collectList()
                        .block())
                .hasSize(3)
                .allMatch(order -> order.placedAt().isBefore(LONG_AGO));
    }

    /** Not asserted: a machine may be busy. */
    private long p95(OrderQuery query) {
        long[] micros = new long[100];
        for (int i = 0; i < micros.length; i++) {
            long begun = System.nanoTime();
            orders.list(query, 21).collectList().block();
            micros[i] = (System.nanoTime() - begun) / 1000;
        }
        Arrays.sort(micros);
        return micros[94];
    }

    private void run(String sql) {
        database.sql(sql).fetch().rowsUpdated().block();
    }

    private static OrderQuery own(OrderStatus status, Instant before) {
        return query(USER, CLIENT, status, before);
    }

    private static OrderQuery all(String user, OrderStatus status) {
        return query(user, null, status, null);
    }

    private static OrderQuery query(String user, String client, OrderStatus status, Instant before) {
        return new OrderQuery(
                Optional.ofNullable(user),
                Optional.ofNullable(client),
                Optional.ofNullable(status),
                Optional.empty(),
                Optional.ofNullable(before),
                Optional.empty(),
                Optional.empty());
    }
}
