package io.tollgate.workers.email.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.workers.email.Mail;
import io.tollgate.workers.email.MailIntent;
import io.tollgate.workers.email.NotificationId;
import io.tollgate.workers.email.OrderId;
import io.tollgate.workers.email.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** A mail as the table keeps it. */
final class MailRow {
    private MailRow() {}

    static MailIntent read(Readable row) {
        return new MailIntent(
                mail(row),
                MailIntent.State.valueOf(row.get("state", String.class)),
                row.get("attempts", Integer.class),
                time(row, "next_attempt_at"),
                time(row, "expires_at"),
                text(row, "refusal"),
                new MailIntent.Handle(row.get("claim", String.class), text(row, "traceparent")));
    }

    private static Mail mail(Readable row) {
        return new Mail(
                new NotificationId(row.get("notification_id", String.class)),
                new UserId(row.get("user_id", String.class)),
                new OrderId(row.get("order_id", String.class)),
                row.get("template", String.class),
                text(row, "reason"));
    }

    private static Optional<String> text(Readable row, String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }

    private static Instant time(Readable row, String column) {
        return UtcDateTime.fromColumn(row.get(column, LocalDateTime.class));
    }
}
