package io.tollgate.users.client.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.client.ApiKey;
import io.tollgate.users.client.Client;
import io.tollgate.users.client.Clients;
import io.tollgate.users.client.Plans;
import io.tollgate.users.credential.KeyCredential;
import io.tollgate.users.credential.KeyCredentials;
import io.tollgate.users.credential.KeyHash;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Clients on SQL; also what credentials need to know of them. */
@Component
class R2dbcClients implements Clients, KeyCredentials {
    private static final String INSERT_CLIENT =
            """
            INSERT INTO api_client (id, name, plan_name, scopes, credential_version, version, created_at)
            VALUES (:id, :name, :plan, :scopes, :credentialVersion, :version, :createdAt)
            """;
    private static final String INSERT_KEY =
            """
            INSERT INTO api_key (id, client_id, prefix, secret_hash, created_at)
            VALUES (:id, :client, :prefix, :hash, :createdAt)
            """;
    private static final String SELECT_BY_KEY =
            """
            SELECT c.id, c.name, c.plan_name, c.scopes, c.credential_version
            FROM api_key k JOIN api_client c ON c.id = k.client_id
            WHERE k.secret_hash = :hash
            """;

    private final DatabaseClient database;
    private final Plans plans;

    R2dbcClients(DatabaseClient database, Plans plans) {
        this.database = database;
        this.plans = plans;
    }

    @Override
    public Mono<Void> add(Client client, ApiKey key) {
        return insert(client).then(insert(key));
    }

    @Override
    public Mono<Boolean> isEmpty() {
        return database.sql("SELECT COUNT(*) FROM api_client")
                .map(row -> row.get(0, Long.class) == 0)
                .one();
    }

    @Override
    public Mono<KeyCredential> find(KeyHash hash) {
        return database.sql(SELECT_BY_KEY)
                .bind("hash", hash.hex())
                .map(this::credential)
                .one();
    }

    private Mono<Void> insert(Client client) {
        return database.sql(INSERT_CLIENT)
                .bind("id", client.id())
                .bind("name", client.name())
                .bind("plan", client.plan())
                .bind("scopes", String.join(" ", new TreeSet<>(client.scopes())))
                .bind("credentialVersion", client.credentialVersion())
                .bind("version", client.version())
                .bind("createdAt", UtcDateTime.toColumn(client.createdAt()))
                .then();
    }

    private Mono<Void> insert(ApiKey key) {
        return database.sql(INSERT_KEY)
                .bind("id", key.id())
                .bind("client", key.clientId())
                .bind("prefix", key.prefix())
                .bind("hash", key.hash().hex())
                .bind("createdAt", UtcDateTime.toColumn(key.createdAt()))
                .then();
    }

    private KeyCredential credential(Readable row) {
        String plan = row.get("plan_name", String.class);
        return new KeyCredential(
                row.get("id", String.class),
                row.get("name", String.class),
                plans.find(plan)
                        .orElseThrow(() -> new IllegalStateException("plan " + plan + " is no longer configured")),
                Set.of(row.get("scopes", String.class).split(" ")),
                row.get("credential_version", Long.class));
    }
}
