package io.tollgate.users.usage.web;

import io.tollgate.users.UsersTest;
import io.tollgate.values.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A client with a quota and an owner, and gateways that report what it does. */
abstract class CountedClientTest extends UsersTest {
    private static final String PLAN =
            "{\"quotas\":[{\"name\":\"monthly\",\"unit\":\"calls\",\"period\":\"month\",\"limit\":100,\"mode\":\"enforce\"}]}";

    @Autowired
    Ids ids;

    final LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    String client;
    String owner;

    @BeforeEach
    void aClientWithAnOwner() {
        client = ids.next("cli");
        owner = ids.next("usr");
        if (count("api_plan WHERE name = 'counted'") == 0) {
            execute(
                    "INSERT INTO api_plan (name, source, definition, version, changed_at) VALUES ('counted', 'API', :text, 1, '2026-01-01T00:00:00')",
                    Map.of("text", PLAN));
        }
        execute(
                """
                INSERT INTO api_client (id, name, plan_name, scopes, credential_version, version, created_at, time_zone, owner_id)
                VALUES (:id, 'Tea shop', 'counted', 'catalog:read', 1, 1, '2026-01-01T00:00:00', 'Europe/Berlin', :owner)
                """,
                Map.of("id", client, "owner", owner));
    }

    void report(String id, Map<?, ?>... lines) {
        post(
                        CALLERS.internal(),
                        "/internal/v1/usage-reports",
                        Map.of("reportId", id + client.substring(4), "gatewayId", "gtw_1", "usage", List.of(lines)))
                .expectStatus()
                .isNoContent();
    }

    Map<String, Object> line(String operation, int status, LocalDate day, long calls) {
        return Map.of(
                "clientId", client,
                "operation", operation,
                "status", status,
                "day", day.toString(),
                "calls", calls,
                "bytesIn", 10 * calls,
                "bytesOut", 100 * calls);
    }

    List<?> items(String query) {
        return (List<?>) get(bearer(owner), "/v1/clients/" + client + "/usage" + query)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("items");
    }

    private void execute(String sql, Map<String, Object> values) {
        database.sql(sql).bindValues(values).then().block();
    }

    static String bearer(String user) {
        return CALLERS.bearer("cli_shop", user, "clients:read");
    }
}
