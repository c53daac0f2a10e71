package io.tollgate.users.audit.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.AuditEntry;
import io.tollgate.users.audit.Origin;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A row of {@code admin_audit}. */
final class AuditRow {
    private AuditRow() {}

    static AuditEntry entry(Readable row) {
        Actor actor = new Actor(text(row, "actor_client"), text(row, "actor_user"));
        return new AuditEntry(
                row.get("entry", Long.class),
                row.get("subject", String.class),
                row.get("deed", String.class),
                new Origin(actor, text(row, "trace_id")),
                text(row, "state_before"),
                text(row, "state_after"),
                UtcDateTime.fromColumn(row.get("happened_at", LocalDateTime.class)),
                row.get("previous_hash", String.class),
                row.get("entry_hash", String.class));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, AuditEntry entry) {
        return statement
                .bind("entry", entry.number())
                .bind("subject", entry.subject())
                .bind("deed", entry.deed())
                .bind("user", text(entry.origin().actor().userId()))
                .bind("client", text(entry.origin().actor().clientId()))
                .bind("before", text(entry.before()))
                .bind("after", text(entry.after()))
                .bind("trace", text(entry.origin().traceId()))
                .bind("now", UtcDateTime.toColumn(entry.at()))
                .bind("previous", entry.previousHash())
                .bind("hash", entry.hash());
    }

    private static Optional<String> text(Readable row, String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }

    private static Object text(Optional<String> value) {
        return Parameters.in(R2dbcType.NVARCHAR, value.orElse(null));
    }
}
