package io.tollgate.users.client.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.client.Client;
import io.tollgate.users.client.ClientDetails;
import io.tollgate.users.client.ClientStatus;
import io.tollgate.users.plan.Networks;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A row of {@code api_client}. */
final class ClientRow {
    private ClientRow() {}

    static Client client(Readable row) {
        return new Client(
                row.get("id", String.class),
                details(row),
                ClientStatus.valueOf(row.get("status", String.class)),
                row.get("credential_version", Long.class),
                row.get("version", Long.class),
                time(row, "created_at").orElseThrow());
    }

    private static ClientDetails details(Readable row) {
        return new ClientDetails(
                row.get("name", String.class),
                Optional.ofNullable(row.get("organization", String.class)),
                words(row, "contacts"),
                row.get("plan_name", String.class),
                Set.copyOf(words(row, "scopes")),
                new Networks(words(row, "network_allow"), words(row, "network_deny")),
                time(row, "expires_at"),
                row.get("time_zone", String.class),
                Optional.ofNullable(row.get("owner_id", String.class)));
    }

    /** What changes of a client; the rest is written once. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, Client client) {
        ClientDetails details = client.details();
        return statement
                .bind("id", client.id())
                .bind("name", details.name())
                .bind("organization", text(details.organization()))
                .bind("contacts", String.join(" ", details.contacts()))
                .bind("plan", details.plan())
                .bind("scopes", String.join(" ", new TreeSet<>(details.scopes())))
                .bind("allow", String.join(" ", details.networks().allow()))
                .bind("deny", String.join(" ", details.networks().deny()))
                .bind("status", client.status().name())
                .bind("expiresAt", time(details.expiresAt()))
                .bind("timeZone", details.timeZone())
                .bind("owner", text(details.ownerId()))
                .bind("credentialVersion", client.credentialVersion())
                .bind("version", client.version());
    }

    static Optional<Instant> time(Readable row, String column) {
        return Optional.ofNullable(row.get(column, LocalDateTime.class)).map(UtcDateTime::fromColumn);
    }

    static Object time(Optional<Instant> value) {
        return Parameters.in(
                R2dbcType.TIMESTAMP, value.map(UtcDateTime::toColumn).orElse(null));
    }

    private static Object text(Optional<String> value) {
        return Parameters.in(R2dbcType.NVARCHAR, value.orElse(null));
    }

    private static List<String> words(Readable row, String column) {
        String words = row.get(column, String.class);
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}
