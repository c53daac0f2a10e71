package io.tollgate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Callers;
import io.tollgate.bench.load.Callers.Caller;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.load.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client whose keys an administrator makes, rotates and revokes at users-service. */
final class KeyedClient {
    private static final Caller ADMINISTRATOR =
            new Caller("users", Named.id("usr_", 1), List.of("admin"), "clients:read clients:write");

    private final Load calls = new Load(1);
    private final Requests requests;
    private final String keys;
    private JsonNode key;

    KeyedClient(String users, Callers callers) {
        this.requests = new Requests(callers);
        JsonNode client = post(
                users + "/admin/v1/clients",
                Map.of("name", "Rotating shop", "plan", "internal", "scopes", List.of("catalog:read")));
        this.keys = users + "/admin/v1/clients/" + client.path("id").asText() + "/keys";
        this.key = client.path("key");
    }

    String secret() {
        return key.path("secret").asText();
    }

    /** Another secret; the one before is good for the overlap. */
    String rotate(Duration overlap) {
        key = post(keys + "/" + key.path("id").asText() + "/rotation", Map.of("overlapSeconds", overlap.toSeconds()));
        return secret();
    }

    /** When users-service had answered that it is done. */
    long revoke() {
        calls.answer(new Call(
                "DELETE", keys + "/" + key.path("id").asText(), requests.headers(ADMINISTRATOR), new byte[0], 204));
        return System.nanoTime();
    }

    String another() {
        key = post(keys, Map.of());
        return secret();
    }

    private JsonNode post(String uri, Map<String, ?> body) {
        Map<String, String> headers =
                requests.headers(ADMINISTRATOR, UUID.randomUUID().toString());
        return Requests.read(calls.answer(Call.post(uri, headers, Requests.json(body), 201)));
    }
}
