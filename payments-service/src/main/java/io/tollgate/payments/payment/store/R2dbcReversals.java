package io.tollgate.payments.payment.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.payments.payment.Reversal;
import io.tollgate.payments.payment.Reversals;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What was ended by hand, in its table. */
@Repository
class R2dbcReversals implements Reversals {
    private static final String INSERT =
            """
            INSERT INTO payment_reversal (payment_id, actor, case_number, reversed_at)
            VALUES (:paymentId, :actor, :caseNumber, :at)
            """;

    private final DatabaseClient database;

    R2dbcReversals(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Reversal reversal) {
        return database.sql(INSERT)
                .bind("paymentId", reversal.paymentId().value())
                .bind("actor", reversal.actor())
                .bind("caseNumber", reversal.caseNumber())
                .bind("at", UtcDateTime.toColumn(reversal.at()))
                .then();
    }
}
