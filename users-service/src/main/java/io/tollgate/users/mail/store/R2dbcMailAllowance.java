package io.tollgate.users.mail.store;

import io.tollgate.database.Deletion;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.audit.Digests;
import io.tollgate.users.credential.Email;
import io.tollgate.users.mail.MailAllowance;
import io.tollgate.users.mail.MailProperties;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts mails per keyed hash of an address and window; the row of an address is held until its transaction ends. */
@Component
class R2dbcMailAllowance implements MailAllowance {
    private static final String NEXT_WINDOW =
            """
            UPDATE mail_allowance SET window_start = :now, mails = 1
            WHERE address_digest = :address AND window_start <= :before
            """;
    private static final String ONE_MORE =
            "UPDATE mail_allowance SET mails = mails + 1 WHERE address_digest = :address AND mails < :limit";
    private static final String FIRST =
            """
            INSERT INTO mail_allowance (address_digest, window_start, mails)
            SELECT :address, :now, 1
            WHERE NOT EXISTS (SELECT 1 FROM mail_allowance WHERE address_digest = :address)
            """;
    private static final String TIDY = "DELETE TOP (1000) FROM mail_allowance WHERE window_start <= :before";

    private final DatabaseClient database;
    private final Digests digests;
    private final MailProperties properties;
    private final Clock clock;

    R2dbcMailAllowance(DatabaseClient database, Digests digests, MailProperties properties, Clock clock) {
        this.database = database;
        this.digests = digests;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> take(Email address) {
        String digest = digests.of(address);
        return changed(database.sql(NEXT_WINDOW)
                        .bind("address", digest)
                        .bind("now", now())
                        .bind("before", windowBefore()))
                .flatMap(renewed -> renewed ? Mono.just(true) : oneMore(digest));
    }

    @Override
    public Mono<Void> tidy() {
        return Deletion.inBatches(database.sql(TIDY).bind("before", windowBefore()));
    }

    private Mono<Boolean> oneMore(String digest) {
        return changed(database.sql(ONE_MORE).bind("address", digest).bind("limit", properties.limit()))
                .flatMap(taken -> taken ? Mono.just(true) : first(digest));
    }

    private Mono<Boolean> first(String digest) {
        return changed(database.sql(FIRST).bind("address", digest).bind("now", now()))
                .onErrorResume(DuplicateKeyException.class, another -> Mono.just(false));
    }

    private LocalDateTime now() {
        return UtcDateTime.toColumn(clock.instant());
    }

    private LocalDateTime windowBefore() {
        return UtcDateTime.toColumn(clock.instant().minus(properties.window()));
    }

    private static Mono<Boolean> changed(GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows > 0);
    }
}
