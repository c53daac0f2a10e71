package io.tollgate.users.credential.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.Deletion;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.credential.CredentialChange;
import io.tollgate.users.credential.CredentialFeed;
import io.tollgate.users.credential.CredentialKind;
import io.tollgate.users.credential.FeedHead;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The feed on SQL. An identity column would not do: its values are given before the commit, and become visible out of order. */
@Component
class R2dbcCredentialFeed implements CredentialFeed {
    private static final String NEXT = "UPDATE credential_feed SET last_position = last_position + 1 WHERE id = 1";
    private static final String APPEND =
            """
            INSERT INTO credential_change (feed_position, kind, subject_id, version, changed_at)
            SELECT last_position, :kind, :subject, :version, :now FROM credential_feed WHERE id = 1
            """;
    private static final String AFTER =
            """
            SELECT TOP (:limit) feed_position, kind, subject_id, version
            FROM credential_change WHERE feed_position > :position ORDER BY feed_position
            """;
    private static final String PLANS_CHANGED =
            """
            UPDATE credential_feed SET last_position = last_position + 1, plans_position = last_position + 1
            WHERE id = 1
            """;
    private static final String HEAD =
            "SELECT last_position, plans_position, forgotten_position FROM credential_feed WHERE id = 1";
    private static final String LAST_BEFORE =
            "SELECT COALESCE(MAX(feed_position), 0) AS last_before FROM credential_change WHERE changed_at < :before";
    private static final String FORGOTTEN =
            "UPDATE credential_feed SET forgotten_position = :position WHERE id = 1 AND forgotten_position < :position";
    private static final String FORGET = "DELETE TOP (1000) FROM credential_change WHERE feed_position <= :position";

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcCredentialFeed(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Void> append(CredentialKind kind, String id, long version) {
        return database.sql(NEXT)
                .then()
                .then(database.sql(APPEND)
                        .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                        .bind("subject", id)
                        .bind("version", version)
                        .bind("now", UtcDateTime.toColumn(clock.instant()))
                        .then());
    }

    @Override
    public Mono<List<CredentialChange>> after(long position, int limit) {
        return database.sql(AFTER)
                .bind("limit", limit)
                .bind("position", position)
                .map(R2dbcCredentialFeed::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> plansChanged() {
        return database.sql(PLANS_CHANGED).then();
    }

    @Override
    public Mono<FeedHead> head() {
        return database.sql(HEAD)
                .map(row -> new FeedHead(
                        row.get("last_position", Long.class),
                        row.get("plans_position", Long.class),
                        row.get("forgotten_position", Long.class)))
                .one();
    }

    @Override
    public Mono<Void> forget(Instant before) {
        return database.sql(LAST_BEFORE)
                .bind("before", UtcDateTime.toColumn(before))
                .map(row -> row.get("last_before", Long.class))
                .one()
                .filter(position -> position > 0)
                .flatMap(this::forgetUpTo);
    }

    private Mono<Void> forgetUpTo(long position) {
        return database.sql(FORGOTTEN)
                .bind("position", position)
                .then()
                .then(Deletion.inBatches(database.sql(FORGET).bind("position", position)));
    }

    private static CredentialChange read(Readable row) {
        return new CredentialChange(
                row.get("feed_position", Long.class),
                CredentialKind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)),
                row.get("subject_id", String.class),
                row.get("version", Long.class));
    }
}
