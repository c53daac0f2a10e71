package io.tollgate.payments.payment.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.payments.payment.Action;
import io.tollgate.payments.payment.OrderDecision;
import io.tollgate.payments.payment.OrderId;
import io.tollgate.payments.payment.Payment;
import io.tollgate.payments.payment.PaymentId;
import io.tollgate.payments.payment.PaymentStatus;
import io.tollgate.payments.payment.Standing;
import io.tollgate.payments.payment.Terms;
import io.tollgate.values.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;

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
                Optional.ofNullable(text(row, "action_url")).map(url -> action(row, url)),
                new Standing(row.get("refunded", Long.class), row.get("refunding", Long.class)),
                Optional.ofNullable(text(row, "reason")),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    static GenericExecuteSpec write(GenericExecuteSpec sql, Payment payment) {
        Optional<Terms> terms = payment.terms();
        return sql.bind("id", payment.id().value())
                .bind("version", payment.version())
                .bind("status", payment.status().name())
                .bind("decision", payment.decision().name())
                .bind("userId", optional(terms.map(Terms::userId), String.class))
                .bind("clientId", optional(terms.map(Terms::clientId), String.class))
                .bind("amount", optional(terms.map(agreed -> agreed.amount().amount()), Long.class))
                .bind("currency", optional(terms.map(PaymentRow::currency), String.class))
                .bind("refunded", payment.standing().refunded())
                .bind("refunding", payment.standing().refunding())
                .bind("authorizationId", optional(payment.authorization(), String.class))
                .bind("actionUrl", optional(payment.action().map(Action::url), String.class))
                .bind("actionExpiresAt", optional(expiry(payment), LocalDateTime.class))
                .bind("reason", optional(payment.reason(), String.class))
                .bind("updatedAt", UtcDateTime.toColumn(payment.updatedAt()));
    }

    static <T> Parameter optional(Optional<T> value, Class<T> type) {
        return Parameter.fromOrEmpty(value.orElse(null), type);
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

    private static String currency(Terms terms) {
        return terms.amount().currency().getCurrencyCode();
    }

    private static Optional<LocalDateTime> expiry(Payment payment) {
        return payment.action().map(action -> UtcDateTime.toColumn(action.expiresAt()));
    }

    private static Action action(Readable row, String url) {
        return new Action(url, instant(row, "action_expires_at"));
    }

    private static Terms terms(Readable row, String user) {
        return new Terms(user, text(row, "client_id"), money(row));
    }
}
