package io.tollgate.orders.refund.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.Refund;
import io.tollgate.orders.refund.OrderRefund;
import io.tollgate.orders.refund.RefundStatus;
import io.tollgate.orders.refund.Refunds;
import io.tollgate.values.Money;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The refunds in their table. */
@Repository
class R2dbcRefunds implements Refunds {
    /** Behind every identifier, in every collation. */
    private static final String BEHIND_ALL = "ref_" + "z".repeat(26);

    private static final String INSERT =
            """
            INSERT INTO order_refund (id, order_id, amount, currency, status, reason, requested_by, requested_at)
            VALUES (:id, :orderId, :amount, :currency, :status, :reason, :requestedBy, :requestedAt)
            """;
    private static final String FIND =
            """
            SELECT id, order_id, amount, currency, status, reason, refusal, requested_by, requested_at, settled_at
            FROM order_refund WHERE id = :id
            """;
    private static final String LIST =
            """
            SELECT id, order_id, amount, currency, status, reason, refusal, requested_by, requested_at, settled_at
            FROM order_refund WHERE order_id = :orderId AND id < :before
            ORDER BY id DESC OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY
            """;
    private static final String SETTLE =
            """
            UPDATE order_refund SET status = :status, refusal = :refusal, settled_at = :settledAt
            WHERE id = :id AND status = 'REQUESTED'
            """;

    private static final String FORGET =
            """
            UPDATE order_refund SET reason = NULL
            WHERE reason IS NOT NULL AND order_id IN (SELECT id FROM customer_order WHERE user_id = :userId)
            """;

    private final DatabaseClient database;

    R2dbcRefunds(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(OrderRefund refund) {
        return database.sql(INSERT)
                .bind("id", refund.refund().id())
                .bind("orderId", refund.orderId().value())
                .bind("amount", refund.refund().amount().amount())
                .bind("currency", refund.refund().amount().currency().getCurrencyCode())
                .bind("status", refund.status().name())
                .bind(
                        "reason",
                        Parameters.in(
                                R2dbcType.NVARCHAR, refund.refund().reason().orElse(null)))
                .bind("requestedBy", refund.requestedBy())
                .bind("requestedAt", UtcDateTime.toColumn(refund.requestedAt()))
                .then();
    }

    @Override
    public Mono<OrderRefund> find(String refundId) {
        return database.sql(FIND).bind("id", refundId).map(R2dbcRefunds::read).one();
    }

    @Override
    public Mono<Void> settle(OrderRefund settled) {
        return database.sql(SETTLE)
                .bind("id", settled.refund().id())
                .bind("status", settled.status().name())
                .bind(
                        "refusal",
                        Parameters.in(R2dbcType.NVARCHAR, settled.refusal().orElse(null)))
                .bind("settledAt", UtcDateTime.toColumn(settled.settledAt().orElseThrow()))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(
                        () -> new VersionConflict("refund", settled.refund().id(), 0)))
                .then();
    }

    @Override
    public Mono<Long> forgetReasons(String userId) {
        return database.sql(FORGET).bind("userId", userId).fetch().rowsUpdated();
    }

    @Override
    public Flux<OrderRefund> of(OrderId orderId, int limit, Optional<String> after) {
        return database.sql(LIST)
                .bind("orderId", orderId.value())
                .bind("before", after.orElse(BEHIND_ALL))
                .bind("limit", limit)
                .map(R2dbcRefunds::read)
                .all();
    }

    private static OrderRefund read(Readable row) {
        return new OrderRefund(
                new OrderId(row.get("order_id", String.class)),
                new Refund(
                        row.get("id", String.class),
                        Money.of(row.get("amount", Long.class), row.get("currency", String.class)),
                        Optional.ofNullable(row.get("reason", String.class))),
                RefundStatus.valueOf(row.get("status", String.class)),
                Optional.ofNullable(row.get("refusal", String.class)),
                row.get("requested_by", String.class),
                UtcDateTime.fromColumn(row.get("requested_at", LocalDateTime.class)),
                Optional.ofNullable(row.get("settled_at", LocalDateTime.class)).map(UtcDateTime::fromColumn));
    }
}
