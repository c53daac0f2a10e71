package io.tollgate.users.audit.store;

import io.tollgate.users.audit.AuditEntry;
import io.tollgate.users.audit.AuditHead;
import io.tollgate.users.audit.AuditTrail;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the administrators' audit. */
@Component
class R2dbcAuditTrail implements AuditTrail {
    private final DatabaseClient database;

    R2dbcAuditTrail(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<AuditEntry> list(Optional<String> subject, long before, int limit) {
        GenericExecuteSpec statement = subject.map(
                        one -> database.sql(AdminAuditSql.LIST_OF_SUBJECT).bind("subject", one))
                .orElseGet(() -> database.sql(AdminAuditSql.LIST));
        return statement
                .bind("before", before)
                .bind("limit", limit)
                .map(AuditRow::entry)
                .all();
    }

    @Override
    public Flux<AuditEntry> upTo(long number) {
        return database.sql(AdminAuditSql.UP_TO)
                .bind("entry", number)
                .map(AuditRow::entry)
                .all();
    }

    @Override
    public Mono<AuditHead> head() {
        return database.sql(AdminAuditSql.HEAD)
                .map(row -> new AuditHead(row.get("entry", Long.class), row.get("entry_hash", String.class)))
                .one();
    }
}
