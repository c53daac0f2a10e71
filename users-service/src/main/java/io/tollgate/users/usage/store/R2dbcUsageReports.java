package io.tollgate.users.usage.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.users.usage.UsageReport;
import io.tollgate.users.usage.UsageReports;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Known reports on SQL: the key decides, so that of two equal ones at the same time the second waits and is known. */
@Component
class R2dbcUsageReports implements UsageReports {
    private static final String ADD =
            """
            INSERT INTO usage_report (id, gateway_id, received_at)
            SELECT :id, :gateway, :now WHERE NOT EXISTS (SELECT 1 FROM usage_report WHERE id = :id)
            """;

    private final DatabaseClient database;

    R2dbcUsageReports(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> add(UsageReport report, Instant now) {
        return database.sql(ADD)
                .bind("id", report.id())
                .bind("gateway", report.gatewayId())
                .bind("now", UtcDateTime.toColumn(now))
                .fetch()
                .rowsUpdated()
                .map(added -> added > 0)
                .onErrorReturn(DuplicateKeyException.class, false);
    }
}
