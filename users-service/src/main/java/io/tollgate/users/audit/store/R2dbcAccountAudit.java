package io.tollgate.users.audit.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.audit.AccountAudit;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.audit.Digests;
import java.time.Clock;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The audit on SQL: the one statement here is an insert. */
@Component
class R2dbcAccountAudit implements AccountAudit {
    private static final String INSERT =
            """
            INSERT INTO account_audit (user_id, act, actor_id, client_id, email_digest, detail, happened_at)
            VALUES (:user, :act, :actor, :client, :digest, :detail, :now)
            """;

    private final DatabaseClient database;
    private final Digests digests;
    private final Clock clock;

    R2dbcAccountAudit(DatabaseClient database, Digests digests, Clock clock) {
        this.database = database;
        this.digests = digests;
        this.clock = clock;
    }

    @Override
    public Mono<Void> record(Entry entry) {
        Deed deed = entry.deed();
        return database.sql(INSERT)
                .bind("user", entry.userId())
                .bind("act", deed.act().name())
                .bind("actor", text(deed.actor().userId()))
                .bind("client", text(deed.actor().clientId()))
                .bind("digest", digests.of(entry.email()))
                .bind("detail", text(deed.detail()))
                .bind("now", UtcDateTime.toColumn(clock.instant()))
                .then();
    }

    private static Object text(Optional<String> value) {
        return Parameters.in(R2dbcType.NVARCHAR, value.orElse(null));
    }
}
