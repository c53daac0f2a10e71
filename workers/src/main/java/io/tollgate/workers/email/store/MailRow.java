package io.tollgate.workers.email.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.workers.email.ClaimedMail;
import io.tollgate.workers.email.Letter;
import io.tollgate.workers.email.MailIntent;
import io.tollgate.workers.email.NotificationId;
import io.tollgate.workers.email.Recipient;
import io.tollgate.workers.email.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** A mail as the table keeps it. */
final class MailRow {
    private MailRow() {}

    static ClaimedMail read(Readable row) {
        return new ClaimedMail(intent(row), letter(row), row.get("claim", String.class), text(row, "traceparent"));
    }

    static NotificationId id(Readable row) {
        return new NotificationId(row.get("notification_id", String.class));
    }

    private static MailIntent intent(Readable row) {
        return new MailIntent(
                id(row),
                new UserId(row.get("user_id", String.class)),
                row.get("template", String.class),
                MailIntent.State.valueOf(row.get("state", String.class)),
                row.get("attempts", Integer.class),
                time(row, "next_attempt_at"),
                time(row, "expires_at"),
                text(row, "refusal"));
    }

    private static Letter letter(Readable row) {
        return new Letter(
                new Recipient(row.get("address", String.class), row.get("name", String.class)),
                row.get("subject", String.class),
                row.get("body", String.class));
    }

    private static Optional<String> text(Readable row, String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }

    private static Instant time(Readable row, String column) {
        return UtcDateTime.fromColumn(row.get(column, LocalDateTime.class));
    }
}
