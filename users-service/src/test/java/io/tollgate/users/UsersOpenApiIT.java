package io.tollgate.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.testing.LiveApi;
import io.tollgate.users.credential.KeyHash;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

/** The running service against its OpenAPI document: what it allows, what it forbids, and who may. */
class UsersOpenApiIT extends UsersTest {
    @LocalServerPort
    private int port;

    private LiveApi api;
    private Customer owner;
    private String lastClient;

    @BeforeEach
    void accounts() {
        owner = customer(unused("owner"));
        Customer other = customer(unused("other"));
        Customer gone = customer(unused("gone"));
        post(gone.bearer(), "/v1/users/me/closure", Map.of("password", Customer.PASSWORD))
                .expectStatus()
                .isAccepted();
        api = LiveApi.of("users", port)
                .ownedBy(owner.id())
                .object("userId", other::id)
                .object("erasedUserId", gone::id)
                .object("requestId", this::refusedRequest)
                .object("addressId", this::freshAddress)
                .object("clientId", this::freshClient)
                .object("keyId", this::keyOfLastClient)
                .object("planName", this::freshPlan)
                .adapt("createPlan", example -> with(Map.of("name", unusedPlan()))
                        .apply(example))
                .adapt("verifyApiKey", with(Map.of("hash", KeyHash.of(ADMIN_KEY).hex())))
                .adapt("verifyPassword", with(Map.of("email", ADMIN_EMAIL, "password", ADMIN_PASSWORD)))
                .adapt("resolveUser", with(Map.of("email", ADMIN_EMAIL)))
                .adapt("verifyEmail", example -> with(Map.of("token", proof())).apply(example))
                .adapt("resetPassword", example -> with(Map.of("token", reset()))
                        .apply(example));
    }

    @Test
    void no_request_breaks_the_service_or_its_document(TestReporter reporter) {
        api.fuzz(reporter);
    }

    /** The owner stays: a wrong password closes nothing. */
    @Test
    void everybody_may_what_the_document_says(TestReporter reporter) {
        api.adapt("closeAccount", with(Map.of("password", "a wrong guess"))).roles(reporter);
    }

    /** An example before it has changed the password. */
    @Test
    void every_example_is_answered_as_documented(TestReporter reporter) {
        api.adapt("closeAccount", with(Map.of("password", "another horse battery")))
                .examples(reporter);
    }

    private UnaryOperator<JsonNode> with(Map<String, String> values) {
        return example -> {
            JsonNode filled = example.deepCopy();
            values.forEach(((ObjectNode) filled)::put);
            return filled;
        };
    }

    /** A client of the owner's has it: another's object is one of another client. */
    private String refusedRequest() {
        Refused refused = new Refused(database);
        refused.client(LiveApi.CLIENT, owner.id());
        return refused.request(LiveApi.CLIENT);
    }

    private String proof() {
        String email = unused("proof");
        register(email, Customer.PASSWORD);
        return mails.lastToken(email);
    }

    private String reset() {
        Customer forgetful = customer(unused("reset"));
        post(shop(), "/v1/users/password-resets", Map.of("email", forgetful.email()));
        return mails.lastToken(forgetful.email());
    }

    /** A new one each time, and never more than one. */
    private String freshAddress() {
        for (String sql : List.of(
                "UPDATE user_account SET address_count = 0, default_address_id = NULL WHERE id = :user",
                "DELETE FROM user_address WHERE user_id = :user")) {
            database.sql(sql).bind("user", owner.id()).then().block();
        }
        return post(
                        owner.bearer(),
                        "/v1/users/me/addresses",
                        Map.of("name", "A", "line1", "1", "city", "L", "postalCode", "L1", "country", "GB"))
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION)
                .replaceFirst(".*/", "");
    }

    private String freshClient() {
        lastClient =
                created("/admin/v1/clients", Map.of("name", "Tea", "plan", "free", "scopes", List.of("catalog:read")));
        // also of an owner whose account the example has closed
        database.sql("UPDATE api_client SET owner_id = :owner WHERE id = :id")
                .bind("owner", owner.id())
                .bind("id", lastClient)
                .then()
                .block();
        return lastClient;
    }

    private String keyOfLastClient() {
        return database.sql("SELECT id FROM api_key WHERE client_id = :client")
                .bind("client", lastClient)
                .map(row -> row.get("id", String.class))
                .one()
                .block();
    }

    private String freshPlan() {
        return created("/admin/v1/plans", Map.of("name", unusedPlan()));
    }

    private String created(String uri, Object body) {
        return post(admin(), uri, body)
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION)
                .replaceFirst(".*/", "");
    }

    private static String unusedPlan() {
        return unique("plan-");
    }

    private static String unused(String name) {
        return unique(name) + "@example.com";
    }
}
