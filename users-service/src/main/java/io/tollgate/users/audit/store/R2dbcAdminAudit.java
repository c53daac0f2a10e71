package io.tollgate.users.audit.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tollgate.database.UtcDateTime;
import io.tollgate.http.HttpJson;
import io.tollgate.users.audit.AdminAudit;
import io.tollgate.users.audit.AdminDeed;
import io.tollgate.users.audit.AuditEntry;
import io.tollgate.users.audit.AuditHead;
import io.tollgate.users.audit.Origin;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds to the administrators' audit; the row of its head is held from an entry's number to the commit. */
@Component
class R2dbcAdminAudit implements AdminAudit {
    private final DatabaseClient database;
    private final ObjectWriter json;
    private final Clock clock;

    R2dbcAdminAudit(DatabaseClient database, HttpJson json, Clock clock) {
        this.database = database;
        this.json = json.mapper().writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.clock = clock;
    }

    @Override
    public Mono<Void> append(AdminDeed deed, Origin origin) {
        return database.sql(AdminAuditSql.NEXT)
                .then()
                .then(head())
                .map(head -> entry(head, deed, origin))
                .flatMap(this::add);
    }

    private Mono<AuditHead> head() {
        return database.sql(AdminAuditSql.HEAD)
                .map(row -> new AuditHead(row.get("entry", Long.class), row.get("entry_hash", String.class)))
                .one();
    }

    private AuditEntry entry(AuditHead head, AdminDeed deed, Origin origin) {
        return new AuditEntry(
                        head.number(),
                        deed.subject(),
                        deed.deed(),
                        origin,
                        written(deed.before()),
                        written(deed.after()),
                        UtcDateTime.fromColumn(UtcDateTime.toColumn(clock.instant())),
                        head.hash(),
                        "")
                .sealed();
    }

    private Mono<Void> add(AuditEntry entry) {
        return AuditRow.bind(database.sql(AdminAuditSql.INSERT), entry)
                .then()
                .then(database.sql(AdminAuditSql.SEAL)
                        .bind("hash", entry.hash())
                        .then());
    }

    private Optional<String> written(Map<String, Object> state) {
        try {
            return state.isEmpty() ? Optional.empty() : Optional.of(json.writeValueAsString(state));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of plain values is JSON", impossible);
        }
    }
}
