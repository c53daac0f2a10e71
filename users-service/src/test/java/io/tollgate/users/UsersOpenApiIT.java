package io.tollgate.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.testing.LiveApi;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The running service against its OpenAPI document: what it allows, what it forbids, and who may. */
class UsersOpenApiIT extends UsersTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    private LiveApi api;

    @BeforeEach
    void anAccount() {
        String email = "owner" + System.nanoTime() + "@example.com";
        String owner = post(
                        CALLERS.bearer(LiveApi.CLIENT, null, "users:register"),
                        "/v1/users",
                        Map.of("email", email, "password", "correct horse battery", "name", "Olga Owner"))
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("id")
                .asText();
        api = LiveApi.of("users", port)
                .ownedBy(owner)
                .adapt("verifyApiKey", example -> json.createObjectNode().put("hash", sha256(ADMIN_KEY)))
                .adapt("verifyPassword", example -> json.createObjectNode()
                        .put("email", ADMIN_EMAIL)
                        .put("password", ADMIN_PASSWORD));
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void no_request_breaks_the_service_or_its_document(TestReporter reporter) {
        api.fuzz(reporter);
    }

    @Test
    void everybody_may_what_the_document_says(TestReporter reporter) {
        api.roles(reporter);
    }

    @Test
    void every_example_is_answered_as_documented(TestReporter reporter) {
        api.examples(reporter);
    }
}
