package io.tollgate.users.client.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.client.ApiKey;
import io.tollgate.users.client.KeyEnvironment;
import io.tollgate.users.client.Keys;
import io.tollgate.users.credential.KeyHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keys on SQL: a live one has one of its client's two places, which a unique key keeps from being three. */
@Component
class R2dbcKeys implements Keys {
    private static final Duration COARSE = Duration.ofMinutes(1);

    private final DatabaseClient database;

    R2dbcKeys(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> add(ApiKey key) {
        return freeSlot(key).flatMap(slot -> insert(key, slot).thenReturn(true)).defaultIfEmpty(false);
    }

    @Override
    public Mono<ApiKey> find(KeyHash hash) {
        return database.sql(ClientSql.FIND_KEY_BY_HASH)
                .bind("hash", hash.hex())
                .map(R2dbcKeys::key)
                .one();
    }

    @Override
    public Mono<ApiKey> find(String clientId, String id) {
        return database.sql(ClientSql.FIND_KEY)
                .bind("client", clientId)
                .bind("id", id)
                .map(R2dbcKeys::key)
                .one();
    }

    @Override
    public Flux<ApiKey> of(String clientId) {
        return database.sql(ClientSql.KEYS_OF_CLIENT)
                .bind("client", clientId)
                .map(R2dbcKeys::key)
                .all();
    }

    @Override
    public Mono<Void> save(ApiKey key) {
        return database.sql(ClientSql.SAVE_KEY)
                .bind("id", key.id())
                .bind("expiresAt", ClientRow.time(key.expiresAt()))
                .bind("revokedAt", ClientRow.time(key.revokedAt()))
                .then();
    }

    @Override
    public Mono<Void> revokeAll(String clientId, Instant now) {
        return database.sql(ClientSql.REVOKE_KEYS)
                .bind("client", clientId)
                .bind("now", UtcDateTime.toColumn(now))
                .then();
    }

    @Override
    public Mono<Void> used(SortedMap<String, Instant> uses) {
        return ClientSql.KEYS_USED
                .run(database, List.copyOf(uses.entrySet()), R2dbcKeys::use)
                .then();
    }

    private static Map<String, Object> use(Map.Entry<String, Instant> use) {
        return Map.of(
                "id", use.getKey(),
                "at", UtcDateTime.toColumn(use.getValue()),
                "before", UtcDateTime.toColumn(use.getValue().minus(COARSE)));
    }

    private Mono<String> freeSlot(ApiKey key) {
        return database.sql(ClientSql.FREE_SLOTS)
                .bind("client", key.clientId())
                .bind("now", UtcDateTime.toColumn(key.createdAt()))
                .then()
                .then(taken(key.clientId()))
                .flatMap(taken -> Mono.justOrEmpty(Stream.of("1", "2")
                        .filter(slot -> !taken.contains(slot))
                        .findFirst()));
    }

    private Mono<List<String>> taken(String clientId) {
        return database.sql(ClientSql.TAKEN_SLOTS)
                .bind("client", clientId)
                .map(row -> row.get("slot", String.class))
                .all()
                .collectList();
    }

    private Mono<Void> insert(ApiKey key, String slot) {
        return database.sql(ClientSql.INSERT_KEY)
                .bind("id", key.id())
                .bind("client", key.clientId())
                .bind("environment", key.environment().word())
                .bind("prefix", key.prefix())
                .bind("hash", key.hash().hex())
                .bind("createdAt", UtcDateTime.toColumn(key.createdAt()))
                .bind("expiresAt", ClientRow.time(key.expiresAt()))
                .bind("slot", slot)
                .then();
    }

    private static ApiKey key(Readable row) {
        return new ApiKey(
                row.get("id", String.class),
                row.get("client_id", String.class),
                KeyEnvironment.valueOf(row.get("environment", String.class).toUpperCase(Locale.ROOT)),
                row.get("prefix", String.class),
                new KeyHash(row.get("secret_hash", String.class)),
                ClientRow.time(row, "created_at").orElseThrow(),
                ClientRow.time(row, "expires_at"),
                ClientRow.time(row, "revoked_at"),
                ClientRow.time(row, "last_used_at"));
    }
}
