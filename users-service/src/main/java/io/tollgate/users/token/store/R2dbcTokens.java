package io.tollgate.users.token.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.Deletion;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.token.Purpose;
import io.tollgate.users.token.Token;
import io.tollgate.users.token.Tokens;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tokens on SQL; a token is used by one conditional update. */
@Component
class R2dbcTokens implements Tokens {
    private static final String INSERT =
            """
            INSERT INTO account_token (token_hash, user_id, purpose, expires_at)
            VALUES (:hash, :user, :purpose, :expires)
            """;
    private static final String FIND =
            """
            SELECT token_hash, user_id, purpose, expires_at FROM account_token
            WHERE token_hash = :hash AND purpose IN (:purposes) AND used_at IS NULL AND expires_at > :now
            """;
    private static final String USE =
            """
            UPDATE account_token SET used_at = :now
            WHERE token_hash = :hash AND purpose IN (:purposes) AND used_at IS NULL AND expires_at > :now
            """;
    private static final String READ =
            "SELECT token_hash, user_id, purpose, expires_at FROM account_token WHERE token_hash = :hash";
    private static final String REVOKE = "DELETE FROM account_token WHERE user_id = :user AND purpose IN (:purposes)";
    private static final String TIDY = "DELETE TOP (1000) FROM account_token WHERE expires_at < :before";

    private final DatabaseClient database;

    R2dbcTokens(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Token token) {
        return database.sql(INSERT)
                .bind("hash", token.hash())
                .bind("user", token.userId())
                .bind("purpose", token.purpose().name())
                .bind("expires", UtcDateTime.toColumn(token.expiresAt()))
                .then();
    }

    @Override
    public Mono<Token> find(String hash, Set<Purpose> purposes, Instant now) {
        return asking(FIND, hash, purposes, now).map(R2dbcTokens::read).one();
    }

    @Override
    public Mono<Token> use(String hash, Set<Purpose> purposes, Instant now) {
        return asking(USE, hash, purposes, now)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(used -> database.sql(READ)
                        .bind("hash", hash)
                        .map(R2dbcTokens::read)
                        .one());
    }

    @Override
    public Mono<Void> revoke(String userId, Set<Purpose> purposes) {
        return database.sql(REVOKE)
                .bind("user", userId)
                .bind("purposes", names(purposes))
                .then();
    }

    @Override
    public Mono<Void> tidy(Instant expiredBefore) {
        return Deletion.inBatches(database.sql(TIDY).bind("before", UtcDateTime.toColumn(expiredBefore)));
    }

    private GenericExecuteSpec asking(String sql, String hash, Set<Purpose> purposes, Instant now) {
        return database.sql(sql)
                .bind("hash", hash)
                .bind("purposes", names(purposes))
                .bind("now", UtcDateTime.toColumn(now));
    }

    private static List<String> names(Set<Purpose> purposes) {
        return purposes.stream().map(Purpose::name).sorted().toList();
    }

    private static Token read(Readable row) {
        return new Token(
                row.get("token_hash", String.class),
                row.get("user_id", String.class),
                Purpose.valueOf(row.get("purpose", String.class)),
                UtcDateTime.fromColumn(row.get("expires_at", LocalDateTime.class)));
    }
}
