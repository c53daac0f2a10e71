package io.tollgate.users.usage.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.users.usage.Lease;
import io.tollgate.users.usage.QuotaCount;
import io.tollgate.users.usage.QuotaCounts;
import io.tollgate.users.usage.QuotaStanding;
import io.tollgate.users.usage.QuotaTerms;
import io.tollgate.users.usage.ReturnedLease;
import io.tollgate.users.usage.Span;
import io.tollgate.values.Ids;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts on SQL; the row of a count is held until the transaction of whoever wrote it ends. */
@Component
class R2dbcQuotaCounts implements QuotaCounts {
    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    R2dbcQuotaCounts(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<QuotaCount> hold(String clientId, QuotaTerms terms, Span span) {
        return keyed(QuotaSql.HOLD, clientId, terms, span)
                .bind("limit", terms.limit())
                .fetch()
                .rowsUpdated()
                .flatMap(held -> held == 0 ? insert(clientId, terms, span) : Mono.just(held))
                .then(Mono.defer(() -> keyed(QuotaSql.COUNT, clientId, terms, span)
                        .map(R2dbcQuotaCounts::count)
                        .one()));
    }

    /** Another transaction may insert it at the same time: the loser's key is taken, and it runs again. */
    private Mono<Long> insert(String clientId, QuotaTerms terms, Span span) {
        return keyed(QuotaSql.INSERT, clientId, terms, span)
                .bind("id", ids.next("quo"))
                .bind("end", UtcDateTime.toColumn(span.end()))
                .bind("limit", terms.limit())
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> new VersionConflict("quota", clientId, 0));
    }

    @Override
    public Mono<Void> save(QuotaCount count) {
        return database.sql(QuotaSql.SAVE)
                .bind("id", count.id())
                .bind("used", count.used())
                .bind("told", count.told())
                .then();
    }

    @Override
    public Mono<Void> add(Lease lease) {
        return database.sql(QuotaSql.ADD_LEASE)
                .bind("id", lease.id())
                .bind("count", lease.countId())
                .bind("gateway", lease.gatewayId())
                .bind("granted", lease.granted())
                .bind("expires", UtcDateTime.toColumn(lease.expiresAt()))
                .then();
    }

    @Override
    public Mono<Lease> lease(String leaseId) {
        return database.sql(QuotaSql.LEASE)
                .bind("id", leaseId)
                .map(R2dbcQuotaCounts::granted)
                .one();
    }

    @Override
    public Mono<Void> giveBack(ReturnedLease returned) {
        return lease(returned.leaseId())
                .flatMap(lease -> giveBack(lease, Math.max(0, lease.granted() - returned.used())));
    }

    /** First the count, then the lease, as whoever grants does. */
    private Mono<Void> giveBack(Lease lease, long unused) {
        return database.sql(QuotaSql.TOUCH)
                .bind("id", lease.countId())
                .then()
                .then(Mono.defer(() -> close(lease.id(), unused)))
                .filter(closed -> closed > 0)
                .flatMap(closed -> database.sql(QuotaSql.GIVE_BACK)
                        .bind("id", lease.countId())
                        .bind("unused", unused)
                        .then());
    }

    private Mono<Long> close(String leaseId, long unused) {
        return database.sql(QuotaSql.CLOSE_LEASE)
                .bind("id", leaseId)
                .bind("unused", unused)
                .bind("now", now())
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<QuotaStanding> standing(String clientId, QuotaTerms terms, Span span) {
        return keyed(QuotaSql.STANDING, clientId, terms, span)
                .bind("now", now())
                .map(row -> new QuotaStanding(terms, span, row.get("used", Long.class), row.get("held", Long.class)))
                .one()
                .defaultIfEmpty(new QuotaStanding(terms, span, 0, 0));
    }

    private GenericExecuteSpec keyed(String sql, String clientId, QuotaTerms terms, Span span) {
        return database.sql(sql)
                .bind("client", clientId)
                .bind("quota", terms.name())
                .bind("unit", terms.unit().name())
                .bind("period", terms.period().name())
                .bind("day", span.firstDay());
    }

    private LocalDateTime now() {
        return UtcDateTime.toColumn(clock.instant());
    }

    private static QuotaCount count(Readable row) {
        return new QuotaCount(
                row.get("id", String.class),
                row.get("used", Long.class),
                row.get("ceiling", Long.class),
                row.get("told", Integer.class));
    }

    private static Lease granted(Readable row) {
        return new Lease(
                row.get("id", String.class),
                row.get("count_id", String.class),
                row.get("gateway_id", String.class),
                row.get("granted", Long.class),
                UtcDateTime.fromColumn(row.get("expires_at", LocalDateTime.class)));
    }
}
