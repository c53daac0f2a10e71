package io.tollgate.database;

import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.lang.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The management port's {@code /audit}: names the tables an auditor may read, and {@code /audit/<table>?after=<key>} gives the next rows
 * of one, empty at its end.
 */
@Endpoint(id = "audit")
class AuditEndpoint {
    private final AuditTables tables;
    private final DatabaseClient database;

    AuditEndpoint(AuditTables tables, DatabaseClient database) {
        this.tables = tables;
        this.database = database;
    }

    @ReadOperation
    List<String> tables() {
        return List.copyOf(tables.statements().keySet());
    }

    @ReadOperation
    Mono<List<Map<String, Object>>> rows(@Selector String table, @Nullable String after) {
        return Mono.justOrEmpty(tables.statements().get(table)).flatMap(statement -> database.sql(statement)
                .bind("after", after == null ? AuditTables.BEFORE_ALL : after)
                .fetch()
                .all()
                .collectList());
    }
}
