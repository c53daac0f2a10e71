package io.tollgate.payments.payment.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.payments.payment.OrderDecision;
import io.tollgate.payments.payment.OrderId;
import io.tollgate.payments.payment.Payment;
import io.tollgate.payments.payment.PaymentId;
import io.tollgate.payments.payment.PaymentStatus;
import io.tollgate.payments.payment.Terms;
import io.tollgate.values.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** A payment as its table keeps it. */
final class PaymentRow {
    private PaymentRow() {}

    static Payment read(Readable row) {
        return new Payment(
                new PaymentId(text(row, "id")),
                new OrderId(text(row, "order_id")),
                row.get("version", Long.class),
                PaymentStatus.valueOf(text(row, "status")),
                OrderDecision.valueOf(text(row, "decision")),
                Optional.ofNullable(text(row, "user_id")).map(user -> terms(row, user)),
                Optional.ofNullable(text(row, "authorization_id")),
                Optional.ofNullable(text(row, "reason")),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    static Money money(Readable row) {
        return Money.of(row.get("amount", Long.class), text(row, "currency"));
    }

    static Instant instant(Readable row, String column) {
        return UtcDateTime.fromColumn(row.get(column, LocalDateTime.class));
    }

    static String text(Readable row, String column) {
        return row.get(column, String.class);
    }

    private static Terms terms(Readable row, String user) {
        return new Terms(user, text(row, "client_id"), money(row));
    }
}
