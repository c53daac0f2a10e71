package io.tollgate.payments.payment.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.payments.payment.Change;
import io.tollgate.payments.payment.PaymentId;
import io.tollgate.payments.payment.Refund;
import io.tollgate.payments.payment.RefundId;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The refunds that orders asked for; kept after their payment, whose version decides who may. */
final class RefundTable {
    private static final String SELECT =
            """
            SELECT id, payment_id, amount, currency, status, reason, requested_at, settled_at FROM payment_refund
            """;
    private static final String UPDATE =
            """
            UPDATE payment_refund SET status = :status, reason = :reason, settled_at = :settledAt WHERE id = :id
            """;
    private static final String INSERT =
            """
            INSERT INTO payment_refund (id, payment_id, amount, currency, status, reason, requested_at, settled_at)
            VALUES (:id, :paymentId, :amount, :currency, :status, :reason, :requestedAt, :settledAt)
            """;

    private final DatabaseClient database;

    RefundTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Refund> find(RefundId id) {
        return database.sql(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map(RefundTable::read)
                .one();
    }

    Flux<Refund> of(PaymentId paymentId) {
        return database.sql(SELECT + "WHERE payment_id = :paymentId ORDER BY requested_at, id")
                .bind("paymentId", paymentId.value())
                .map(RefundTable::read)
                .all();
    }

    Mono<Void> keep(Change change) {
        Refund refund = change.refund().orElseThrow();
        return bind(UPDATE, refund)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 0 ? add(refund) : Mono.empty())
                .onErrorMap(DuplicateKeyException.class, raced -> conflict(change));
    }

    private Mono<Void> add(Refund refund) {
        return bind(INSERT, refund)
                .bind("paymentId", refund.paymentId().value())
                .bind("amount", refund.amount().amount())
                .bind("currency", refund.amount().currency().getCurrencyCode())
                .bind("requestedAt", UtcDateTime.toColumn(refund.requestedAt()))
                .then();
    }

    private DatabaseClient.GenericExecuteSpec bind(String sql, Refund refund) {
        return database.sql(sql)
                .bind("id", refund.id().value())
                .bind("status", refund.status().name())
                .bind("reason", PaymentRow.optional(refund.reason(), String.class))
                .bind(
                        "settledAt",
                        PaymentRow.optional(refund.settledAt().map(UtcDateTime::toColumn), LocalDateTime.class));
    }

    private static Refund read(Readable row) {
        return new Refund(
                new RefundId(PaymentRow.text(row, "id")),
                new PaymentId(PaymentRow.text(row, "payment_id")),
                PaymentRow.money(row),
                Refund.Status.valueOf(PaymentRow.text(row, "status")),
                Optional.ofNullable(PaymentRow.text(row, "reason")),
                PaymentRow.instant(row, "requested_at"),
                Optional.ofNullable(row.get("settled_at", LocalDateTime.class)).map(UtcDateTime::fromColumn));
    }

    private static VersionConflict conflict(Change change) {
        return new VersionConflict("payment", change.payment().id().value(), change.replacedVersion());
    }
}
