package io.tollgate.users;

import io.tollgate.database.UtcDateTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** Clients and what they were refused, put where the service keeps them. */
public record Refused(DatabaseClient database) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A client that belongs to a user; there may be one of that name already. */
    public void client(String id, String owner) {
        database.sql(
                        """
                        INSERT INTO api_client (id, name, plan_name, scopes, credential_version, version, created_at, owner_id)
                        SELECT :id, 'A client', 'free', '', 1, 1, :now, :owner
                        WHERE NOT EXISTS (SELECT 1 FROM api_client WHERE id = :id)
                        """)
                .bind("id", id)
                .bind("now", UtcDateTime.toColumn(Instant.now()))
                .bind("owner", owner)
                .then()
                .then(database.sql("UPDATE api_client SET owner_id = :owner WHERE id = :id")
                        .bind("id", id)
                        .bind("owner", owner)
                        .then())
                .block(PATIENCE);
    }

    public String request(String clientId) {
        return request(clientId, Instant.now());
    }

    public String request(String clientId, Instant at) {
        String id = "req_" + UUID.randomUUID().toString().replace("-", "");
        database.sql(
                        """
                        INSERT INTO refused_request (request_id, client_id, happened_at, status, type, rule_name)
                        VALUES (:id, :client, :at, 403, 'missing-scope', 'scope')
                        """)
                .bind("id", id)
                .bind("client", clientId)
                .bind("at", UtcDateTime.toColumn(at))
                .then()
                .block(PATIENCE);
        return id;
    }
}
