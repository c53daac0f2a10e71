package io.tollgate.payments.payment.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.payments.payment.Change;
import io.tollgate.payments.payment.OrderId;
import io.tollgate.payments.payment.Payment;
import io.tollgate.payments.payment.PaymentId;
import io.tollgate.payments.payment.Payments;
import io.tollgate.payments.payment.Terms;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The payments in their table. */
@Repository
class R2dbcPayments implements Payments {
    private static final String SELECT =
            """
            SELECT id, order_id, version, status, decision, user_id, client_id, amount, currency, authorization_id,
                reason, created_at, updated_at
            FROM payment
            """;
    private static final String INSERT =
            """
            INSERT INTO payment (id, order_id, version, status, decision, user_id, client_id, amount, currency,
                authorization_id, reason, created_at, updated_at)
            VALUES (:id, :orderId, :version, :status, :decision, :userId, :clientId, :amount, :currency,
                :authorizationId, :reason, :createdAt, :updatedAt)
            """;
    private static final String UPDATE =
            """
            UPDATE payment SET version = :version, status = :status, decision = :decision, user_id = :userId,
                client_id = :clientId, amount = :amount, currency = :currency, authorization_id = :authorizationId,
                reason = :reason, updated_at = :updatedAt
            WHERE id = :id AND version = :replacedVersion
            """;

    private final DatabaseClient database;

    R2dbcPayments(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Payment> find(PaymentId id) {
        return database.sql(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map(PaymentRow::read)
                .one();
    }

    @Override
    public Mono<Payment> findByOrder(OrderId orderId) {
        return database.sql(SELECT + "WHERE order_id = :orderId")
                .bind("orderId", orderId.value())
                .map(PaymentRow::read)
                .one();
    }

    @Override
    public Mono<Void> keep(Change change) {
        return change.replacedVersion() == 0 ? add(change) : update(change);
    }

    private Mono<Void> add(Change change) {
        return bind(INSERT, change.payment())
                .bind("orderId", change.payment().orderId().value())
                .bind("createdAt", UtcDateTime.toColumn(change.payment().createdAt()))
                .then()
                .onErrorMap(DuplicateKeyException.class, raced -> conflict(change));
    }

    private Mono<Void> update(Change change) {
        return bind(UPDATE, change.payment())
                .bind("replacedVersion", change.replacedVersion())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> conflict(change)))
                .then();
    }

    private GenericExecuteSpec bind(String sql, Payment payment) {
        return database.sql(sql)
                .bind("id", payment.id().value())
                .bind("version", payment.version())
                .bind("status", payment.status().name())
                .bind("decision", payment.decision().name())
                .bind("userId", text(payment.terms().map(Terms::userId).orElse(null)))
                .bind("clientId", text(payment.terms().map(Terms::clientId).orElse(null)))
                .bind("amount", amount(payment))
                .bind(
                        "currency",
                        text(payment.terms()
                                .map(t -> t.amount().currency().getCurrencyCode())
                                .orElse(null)))
                .bind("authorizationId", text(payment.authorization().orElse(null)))
                .bind("reason", text(payment.reason().orElse(null)))
                .bind("updatedAt", UtcDateTime.toColumn(payment.updatedAt()));
    }

    private static Parameter amount(Payment payment) {
        return Parameter.fromOrEmpty(
                payment.terms().map(terms -> terms.amount().amount()).orElse(null), Long.class);
    }

    private static Parameter text(String value) {
        return Parameter.fromOrEmpty(value, String.class);
    }

    private static VersionConflict conflict(Change change) {
        return new VersionConflict("payment", change.payment().id().value(), change.replacedVersion());
    }
}
