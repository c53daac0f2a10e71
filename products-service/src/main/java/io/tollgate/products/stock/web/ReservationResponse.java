package io.tollgate.products.stock.web;

import io.tollgate.http.Cursor;
import io.tollgate.products.stock.OpenReservation;
import io.tollgate.products.stock.OrderId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** An open reservation as callers see it. */
record ReservationResponse(String orderId, Instant madeAt, boolean overdue, List<LineResponse> lines) {
    private static final Pattern POSITION = Pattern.compile("[0-9]{4}-[^|]{1,40}\\|[!-~]{1,40}");

    record LineResponse(String productId, int quantity) {}

    static ReservationResponse of(OpenReservation open, boolean overdue) {
        return new ReservationResponse(
                open.orderId().value(),
                open.madeAt(),
                overdue,
                open.lines().stream()
                        .map(line -> new LineResponse(line.productId().value(), line.quantity()))
                        .toList());
    }

    static String text(OpenReservation last) {
        return last.madeAt() + "|" + last.orderId();
    }

    static OpenReservation position(String text) {
        String[] parts = text.split("\\|", 2);
        try {
            if (POSITION.matcher(text).matches()) {
                return new OpenReservation(new OrderId(parts[1]), Instant.parse(parts[0]), List.of());
            }
        } catch (DateTimeParseException notATime) {
            throw Cursor.invalid("after", "is not a cursor that this list gave");
        }
        throw Cursor.invalid("after", "is not a cursor that this list gave");
    }
}
