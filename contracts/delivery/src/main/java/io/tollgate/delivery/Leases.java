package io.tollgate.delivery;

import io.tollgate.database.UtcDateTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The lease table: taking, keeping and extending are ONE conditional update, which means the same on every engine. */
final class Leases {
    private static final String TAKE =
            """
            UPDATE delivery_lease
            SET epoch = CASE WHEN holder = :holder THEN epoch ELSE epoch + 1 END, holder = :holder, expires_at = :until
            WHERE name = :name AND (holder = :holder OR expires_at < :now)
            """;
    private static final String EPOCH = "SELECT epoch FROM delivery_lease WHERE name = :name AND holder = :holder";

    private static final String RELEASE =
            "UPDATE delivery_lease SET expires_at = :now WHERE name = :name AND holder = :holder";

    private final DatabaseClient client;
    private final Clock clock;
    private final String holder;
    private final Duration duration;
    private final Map<String, Lease> held = new ConcurrentHashMap<>();

    Leases(DatabaseClient client, Clock clock, String holder, Duration duration) {
        this.client = client;
        this.clock = clock;
        this.holder = holder;
        this.duration = duration;
    }

    /** The lease, or nothing while another process has it. Extended when a third of its time is gone. */
    Mono<Lease> hold(String name) {
        Instant now = clock.instant();
        Lease lease = held.get(name);
        boolean fresh = lease != null
                && now.isBefore(lease.until().minus(duration.multipliedBy(2).dividedBy(3)));
        return fresh ? Mono.just(lease) : take(name, now);
    }

    /** What a conditional statement that changed nothing has told: somebody else holds it now. */
    void lost(Lease lease) {
        held.remove(lease.name(), lease);
    }

    /** Lets another process take over at once. */
    Mono<Void> release(String name) {
        return Mono.defer(() -> held.remove(name) == null ? Mono.empty() : expire(name));
    }

    private Mono<Void> expire(String name) {
        return client.sql(RELEASE)
                .bind("name", name)
                .bind("holder", holder)
                .bind("now", UtcDateTime.toColumn(clock.instant().minusSeconds(1)))
                .then();
    }

    private Mono<Lease> take(String name, Instant now) {
        Instant until = now.plus(duration);
        return client.sql(TAKE)
                .bind("name", name)
                .bind("holder", holder)
                .bind("now", UtcDateTime.toColumn(now))
                .bind("until", UtcDateTime.toColumn(until))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(taken -> epoch(name))
                .map(epoch -> new Lease(name, epoch, until))
                .doOnNext(lease -> held.put(name, lease))
                .switchIfEmpty(Mono.fromRunnable(() -> held.remove(name)));
    }

    private Mono<Long> epoch(String name) {
        return client.sql(EPOCH)
                .bind("name", name)
                .bind("holder", holder)
                .map(row -> row.get(0, Long.class))
                .one();
    }
}
