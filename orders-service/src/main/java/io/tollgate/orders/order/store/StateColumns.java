package io.tollgate.orders.order.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.orders.order.CancelReason;
import io.tollgate.orders.order.OrderState;
import io.tollgate.orders.order.OrderState.Canceled;
import io.tollgate.orders.order.OrderState.Confirmed;
import io.tollgate.orders.order.OrderState.Placed;
import io.tollgate.orders.order.OrderStatus;
import java.time.LocalDateTime;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** An order's state, laid out in columns; null where the state has no such thing. */
record StateColumns(
        OrderStatus status, String reason, LocalDateTime deadline, boolean stockReserved, boolean paymentAuthorized) {
    static StateColumns of(OrderState state) {
        if (state instanceof Placed placed) {
            return new StateColumns(
                    placed.status(),
                    null,
                    UtcDateTime.toColumn(placed.deadline()),
                    placed.stockReserved(),
                    placed.paymentAuthorized());
        }
        if (state instanceof Confirmed) {
            return new StateColumns(state.status(), null, null, true, true);
        }
        if (state instanceof Canceled canceled) {
            return new StateColumns(state.status(), canceled.why().wireName(), null, false, false);
        }
        throw new AssertionError(state);
    }

    static StateColumns read(Readable row) {
        return new StateColumns(
                OrderStatus.valueOf(row.get("status", String.class)),
                row.get("reason", String.class),
                row.get("deadline", LocalDateTime.class),
                row.get("stock_reserved", Boolean.class),
                row.get("payment_authorized", Boolean.class));
    }

    OrderState toState() {
        return switch (status) {
            case PLACED -> new Placed(UtcDateTime.fromColumn(deadline), stockReserved, paymentAuthorized);
            case CONFIRMED -> new Confirmed();
            case CANCELED -> new Canceled(CancelReason.of(reason));
        };
    }

    GenericExecuteSpec bindTo(GenericExecuteSpec statement) {
        GenericExecuteSpec bound = statement
                .bind("status", status.name())
                .bind("stockReserved", stockReserved)
                .bind("paymentAuthorized", paymentAuthorized);
        bound = reason == null ? bound.bindNull("reason", String.class) : bound.bind("reason", reason);
        return deadline == null ? bound.bindNull("deadline", LocalDateTime.class) : bound.bind("deadline", deadline);
    }
}
