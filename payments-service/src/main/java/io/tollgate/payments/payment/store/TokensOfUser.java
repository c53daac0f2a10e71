package io.tollgate.payments.payment.store;

import io.tollgate.payments.payment.PersonalData;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The payment tokens of authorizations that are still in doubt. */
@Repository
class TokensOfUser implements PersonalData {
    private static final String FORGET =
            """
            UPDATE payment_intent SET secret = NULL
            WHERE step = 'AUTHORIZE' AND settled = 0 AND secret IS NOT NULL
                AND payment_id IN (SELECT id FROM payment WHERE user_id = :userId)
            """;

    private final DatabaseClient database;

    TokensOfUser(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Long> erase(String userId) {
        return database.sql(FORGET).bind("userId", userId).fetch().rowsUpdated();
    }
}
