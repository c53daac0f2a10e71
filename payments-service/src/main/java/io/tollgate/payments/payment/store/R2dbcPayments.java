package io.tollgate.payments.payment.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.payments.payment.Change;
import io.tollgate.payments.payment.OrderId;
import io.tollgate.payments.payment.Payment;
import io.tollgate.payments.payment.PaymentId;
import io.tollgate.payments.payment.Payments;
import io.tollgate.payments.payment.Refund;
import io.tollgate.payments.payment.RefundId;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The payments in their table, with their refunds in another. */
@Repository
class R2dbcPayments implements Payments {
    private final DatabaseClient database;
    private final RefundTable refunds;

    R2dbcPayments(DatabaseClient database) {
        this.database = database;
        this.refunds = new RefundTable(database);
    }

    @Override
    public Mono<Payment> find(PaymentId id) {
        return database.sql(PaymentSql.SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map(PaymentRow::read)
                .one();
    }

    @Override
    public Mono<Payment> findByOrder(OrderId orderId) {
        return database.sql(PaymentSql.SELECT + "WHERE order_id = :orderId")
                .bind("orderId", orderId.value())
                .map(PaymentRow::read)
                .one();
    }

    @Override
    public Mono<Void> keep(Change change) {
        Mono<Void> kept = change.replacedVersion() == 0 ? add(change) : update(change);
        return kept.then(Mono.defer(() -> Mono.justOrEmpty(change.refund()).flatMap(refund -> refunds.keep(change))));
    }

    private Mono<Void> add(Change change) {
        return bind(PaymentSql.INSERT, change.payment())
                .bind("orderId", change.payment().orderId().value())
                .bind("createdAt", UtcDateTime.toColumn(change.payment().createdAt()))
                .then()
                .onErrorMap(DuplicateKeyException.class, raced -> conflict(change));
    }

    private Mono<Void> update(Change change) {
        return bind(PaymentSql.UPDATE, change.payment())
                .bind("replacedVersion", change.replacedVersion())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> conflict(change)))
                .then();
    }

    @Override
    public Flux<PaymentId> withActionExpired(Instant now, int limit) {
        return database.sql(PaymentSql.EXPIRED)
                .bind("limit", limit)
                .bind("now", UtcDateTime.toColumn(now))
                .map(row -> new PaymentId(PaymentRow.text(row, "id")))
                .all();
    }

    @Override
    public Mono<Refund> refund(RefundId id) {
        return refunds.find(id);
    }

    @Override
    public Flux<Refund> refundsOf(PaymentId id) {
        return refunds.of(id);
    }

    private GenericExecuteSpec bind(String sql, Payment payment) {
        return PaymentRow.write(database.sql(sql), payment);
    }

    private static VersionConflict conflict(Change change) {
        return new VersionConflict("payment", change.payment().id().value(), change.replacedVersion());
    }
}
