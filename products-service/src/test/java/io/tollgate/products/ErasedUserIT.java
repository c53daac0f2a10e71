package io.tollgate.products;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.products.erasure.EraseUser;
import io.tollgate.values.Ids;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Orders that could not be handled here carry a payment token; their customer closes the account. */
class ErasedUserIT extends RunningProducts {
    private static final String PARKED =
            """
            INSERT INTO parked_message (consumer, source, message_id, parking_key, type, subject, entity, replayed, body,
                occurred_at, parked_at, attempts, next_attempt_at)
            VALUES ('products', 'test', :id, :id, 'orders.order-placed.v1', :id, 'events-topic', 0, :body,
                '2026-05-04', '2026-05-04', 3, '2099-01-01')
            """;
    private static final String GIVEN_UP =
            """
            INSERT INTO outbox (message_id, source, destination, type, subject, version, properties, body, occurred_at,
                created_at, sent_at)
            VALUES (:id, 'test', 'dlq-queue', 'orders.order-placed.v1', :id, 0, '{}', :body, '2026-05-04', '2026-05-04',
                '2026-05-04')
            """;

    @Autowired
    private EraseUser erase;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Ids ids;

    private String user;
    private String other;

    @BeforeEach
    void orders_of_two_users_are_parked_and_given_up() {
        user = ids.next("usr");
        other = ids.next("usr");
        List.of(user, other).forEach(customer -> {
            write(PARKED, customer);
            write(GIVEN_UP, customer);
        });
    }

    @Test
    void nothing_of_the_user_waits_here_and_what_is_of_others_does() {
        erase.handle(user, 4).block();
        erase.handle(user, 5).block();

        assertThat(naming(user, "parked_message")).isZero();
        assertThat(naming(user, "outbox WHERE destination = 'dlq-queue' AND")).isZero();
        assertThat(naming(other, "parked_message")).isOne();
        assertThat(naming(other, "outbox WHERE destination = 'dlq-queue' AND")).isOne();
        assertThat(naming(user, "outbox WHERE type = 'products.erasure-completed.v1' AND"))
                .as("a receipt each time")
                .isEqualTo(2);
    }

    @Test
    void an_order_of_the_user_that_comes_late_and_cannot_be_handled_is_not_kept() {
        erase.handle(user, 4).block();

        assertThat(database.sql("SELECT type FROM erased_message WHERE user_id = :user")
                        .bind("user", user)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("orders.order-placed.v1");
    }

    private void write(String sql, String customer) {
        String body = "{\"userId\":\"%s\",\"paymentToken\":\"tok_visa\"}".formatted(customer);
        database.sql(sql).bind("id", ids.next("msg")).bind("body", body).then().block();
    }

    private long naming(String customer, String table) {
        String where = table.contains("WHERE") ? " " : " WHERE ";
        return database.sql("SELECT COUNT(*) AS n FROM " + table + where + "body LIKE :naming")
                .bind("naming", "%" + customer + "%")
                .map(row -> row.get("n", Number.class).longValue())
                .one()
                .block();
    }
}
