package io.tollgate.orders.order.store;

import io.r2dbc.spi.Readable;
import io.tollgate.orders.order.CancelReason;
import io.tollgate.orders.order.OrderState;
import io.tollgate.orders.order.Shipment;
import io.tollgate.orders.order.Stage;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** An order's state, laid out in columns; null where the state has no such thing. */
final class StateColumns {
    private StateColumns() {}

    static GenericExecuteSpec bindTo(GenericExecuteSpec statement, OrderState state) {
        return statement
                .bind("status", state.status().name())
                .bind("stage", state.stage().name())
                .bind("reason", Columns.text(state.reason().map(CancelReason::wireName)))
                .bind("deadline", Columns.instant(state.deadline()))
                .bind("shipmentId", Columns.text(state.shipment().map(Shipment::id)))
                .bind("carrier", Columns.text(state.shipment().map(Shipment::carrier)))
                .bind("trackingNumber", Columns.text(state.shipment().map(Shipment::trackingNumber)))
                .bind("refunded", state.refunded());
    }

    static OrderState read(Readable row) {
        return new OrderState(
                Stage.valueOf(row.get("stage", String.class)),
                Columns.maybeInstant(row, "deadline"),
                Columns.text(row, "reason").map(CancelReason::of),
                shipment(row),
                row.get("refunded_amount", Long.class));
    }

    private static Optional<Shipment> shipment(Readable row) {
        return Columns.text(row, "shipment_id")
                .map(id ->
                        new Shipment(id, row.get("carrier", String.class), row.get("tracking_number", String.class)));
    }
}
