package io.tollgate.workers.thirdparty.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.workers.thirdparty.Booking;
import io.tollgate.workers.thirdparty.BookingState;
import io.tollgate.workers.thirdparty.Bookings.Backlog;
import io.tollgate.workers.thirdparty.ClaimedBooking;
import io.tollgate.workers.thirdparty.OrderId;
import io.tollgate.workers.thirdparty.Receipt;
import io.tollgate.workers.thirdparty.ShipmentId;
import io.tollgate.workers.thirdparty.UserId;
import java.time.LocalDateTime;
import java.util.Optional;

/** A shipment as the table keeps it. */
final class BookingRow {
    private BookingRow() {}

    static Booking booking(Readable row) {
        return new Booking(
                id(row),
                new OrderId(row.get("order_id", String.class)),
                new UserId(row.get("user_id", String.class)),
                row.get("version", Long.class),
                BookingState.valueOf(row.get("state", String.class)),
                text(row, "parcel_id").map(parcel -> receipt(parcel, row)));
    }

    static ClaimedBooking claimed(Readable row) {
        return new ClaimedBooking(
                booking(row),
                text(row, "parcel").map(ParcelText::read),
                row.get("attempts", Integer.class),
                UtcDateTime.fromColumn(row.get("taken_at", LocalDateTime.class)),
                text(row, "traceparent"));
    }

    static ShipmentId id(Readable row) {
        return new ShipmentId(row.get("shipment_id", String.class));
    }

    static Backlog backlog(Readable row) {
        return new Backlog(
                row.get("still_open", Long.class),
                Optional.ofNullable(row.get("oldest", LocalDateTime.class)).map(UtcDateTime::fromColumn));
    }

    private static Receipt receipt(String parcelId, Readable row) {
        return new Receipt(parcelId, row.get("carrier", String.class), row.get("tracking_number", String.class));
    }

    private static Optional<String> text(Readable row, String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }
}
