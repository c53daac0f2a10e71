package io.tollgate.delivery;

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

    long count(String table) {
        return Columns.count(client.sql("SELECT COUNT(*) FROM " + table)).block();
    }

    long count(String table, String where) {
        return count(table + " WHERE " + where);
    }

    void clear() {
        for (String table : new String[] {"effect", "outbox", "inbox", "parked_message"}) {
            client.sql("DELETE FROM " + table).then().block();
        }
        client.sql("UPDATE delivery_lease SET holder = '', epoch = 0, expires_at = '2000-01-01 00:00:00'")
                .then()
                .block();
    }
}
