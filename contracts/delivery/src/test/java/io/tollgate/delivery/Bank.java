package io.tollgate.delivery;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Where effects can be counted: a deposit made twice is two rows. */
final class Bank {
    private final DatabaseClient client;

    Bank(DatabaseClient client) {
        this.client = client;
    }

    Mono<Void> deposit(Deposit deposit) {
        return client.sql("INSERT INTO effect (account, amount) VALUES (:account, :amount)")
                .bind("account", deposit.account())
                .bind("amount", deposit.amount())
                .then();
    }

    /** What the bank itself knows of a deposit, in the transaction that announces it. */
    Mono<Void> said(String account) {
        return client.sql("INSERT INTO said (account) VALUES (:account)")
                .bind("account", account)
                .then();
    }

    /** Every deposit that was said has arrived, and nothing is under way. */
    boolean isSettled() {
        return count("said") == count("effect")
                && count("outbox", "sent_at IS NULL") == 0
                && count("parked_message") == 0;
    }

    String balance() {
        return "said %d, done %d, done for different accounts %d, waiting to be sent %d, parked %d"
                .formatted(
                        count("said"),
                        count("effect"),
                        count("(SELECT DISTINCT account FROM effect) done"),
                        count("outbox", "sent_at IS NULL"),
                        count("parked_message"));
    }

    /** What is known of each deposit that was said and has had no effect: for whoever looks for it. */
    List<String> missing() {
        return client.sql(
                        """
                        SELECT s.account, o.message_id, o.created_at, o.sent_at, o.refused_at, i.outcome, i.received_at
                        FROM said s LEFT JOIN outbox o ON o.subject = s.account AND o.destination = 'events-topic'
                            LEFT JOIN inbox i ON i.message_id = o.message_id
                        WHERE NOT EXISTS (SELECT 1 FROM effect e WHERE e.account = s.account)
                        """)
                .map(row -> IntStream.range(0, 7)
                        .mapToObj(column -> String.valueOf(row.get(column)))
                        .collect(Collectors.joining(" ")))
                .all()
                .collectList()
                .block();
    }

    long count(String table) {
        return Columns.count(client.sql("SELECT COUNT(*) FROM " + table)).block();
    }

    long count(String table, String where) {
        return count(table + " WHERE " + where);
    }

    void clear() {
        for (String table : new String[] {"effect", "outbox", "inbox", "parked_message", "erased_message"}) {
            client.sql("DELETE FROM " + table).then().block();
        }
        client.sql("UPDATE delivery_lease SET holder = '', epoch = 0, expires_at = '2000-01-01 00:00:00'")
                .then()
                .block();
    }
}
