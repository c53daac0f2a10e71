package io.tollgate.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.cli.demo.ApiClient;
import io.tollgate.cli.demo.Seeding;
import io.tollgate.cli.demo.Shopper;
import io.tollgate.cli.endtoend.RunningPlatform.Started;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client gets who asks wrongly, through the real gateway and services. */
@ExtendWith(RunningPlatform.class)
class BadInputIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Its orders may be under way while another test counts the pieces of the first products. */
    private static final int UNCOUNTED = 3;

    private static final String ORDER =
            """
            {"lines":[{"productId":"%s","quantity":%s}],"paymentToken":"tok_visa","shippingAddress":
             {"name":"Ada Lovelace","line1":"12 St James's Square","city":"London","postalCode":"SW1Y 4JH","country":"GB"}}
            """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void without_a_key_nothing_is_answered(Started platform) {
        problem(send(request(platform, "/v1/products")), 401);
    }

    @Test
    void with_a_wrong_key_nothing_is_answered(Started platform) {
        problem(send(request(platform, "/v1/products").header("X-API-Key", "tg_live_" + "x".repeat(43))), 401);
    }

    @Test
    void without_a_user_no_order_is_shown(Started platform) {
        HttpResponse<String> answer = send(withKey(platform, "/v1/orders"));

        problem(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
    }

    @Test
    void a_wrong_password_and_an_unknown_user_get_the_same_answer(Started platform) {
        JsonNode wrong =
                problem(send(as(withKey(platform, "/v1/orders"), platform.seed().email(), "not the password")), 401);
        JsonNode unknown =
                problem(send(as(withKey(platform, "/v1/orders"), "nobody@customers.example", "whatever")), 401);

        assertThat(wrong.at("/type")).isEqualTo(unknown.at("/type"));
        assertThat(wrong.at("/title")).isEqualTo(unknown.at("/title"));
        assertThat(wrong.at("/detail")).isEqualTo(unknown.at("/detail"));
    }

    @Test
    void a_client_without_the_scope_may_not_publish(Started platform) {
        JsonNode problem = problem(
                send(demo(platform, "/v1/products")
                        .POST(json("{\"sku\":\"X-1\",\"name\":\"x\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}}"))),
                403);

        assertThat(problem.at("/type").asText()).endsWith("/missing-scope");
    }

    @Test
    void malformed_json_is_refused(Started platform) {
        problem(placing(platform, "{\"lines\":[", key()), 400);
    }

    @Test
    void an_unknown_property_is_refused_with_its_pointer(Started platform) {
        String body = ORDER.formatted(platform.product(UNCOUNTED), 1).replaceFirst("\\{", "{\"coupon\":\"x\",");

        JsonNode problem = problem(placing(platform, body, key()), 400);

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/coupon");
    }

    @Test
    void a_negative_quantity_is_refused_with_its_pointer(Started platform) {
        HttpResponse<String> answer = placing(platform, ORDER.formatted(platform.product(UNCOUNTED), -1), key());

        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(problem(answer, answer.statusCode()).at("/errors/0/pointer").asText())
                .isEqualTo("/lines/0/quantity");
    }

    @Test
    void an_unknown_product_is_refused_and_says_how_fresh_the_catalog_is(Started platform) {
        JsonNode problem = problem(placing(platform, ORDER.formatted("prd_01arz3ndektsv4rrffq69g5fav", 1), key()), 422);

        assertThat(problem.at("/type").asText()).endsWith("/unknown-product");
        assertThat(problem.has("catalogAsOf")).isTrue();
    }

    @Test
    void somebody_elses_order_is_not_found(Started platform) {
        String order = platform.newShopper()
                .place("tok_visa", platform.product(UNCOUNTED))
                .at("/id")
                .asText();

        problem(send(demo(platform, "/v1/orders/" + order)), 404);
        problem(send(demo(platform, "/v1/orders/" + order + "/timeline")), 404);
        problem(send(demo(platform, "/v1/orders/" + order + "/payment")), 404);
    }

    @Test
    void a_body_too_large_is_refused_with_a_length_and_without_one(Started platform) {
        byte[] large = ("{\"paymentToken\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        problem(send(placement(platform, key()).POST(BodyPublishers.ofByteArray(large))), 413);
        problem(send(placement(platform, key()).POST(chunked)), 413);
    }

    @Test
    void a_repeated_idempotency_key_repeats_the_answer_and_refuses_another_body(Started platform) {
        String key = key();
        HttpResponse<String> first = placing(platform, ORDER.formatted(platform.product(UNCOUNTED), 1), key);
        HttpResponse<String> again = placing(platform, ORDER.formatted(platform.product(UNCOUNTED), 1), key);
        HttpResponse<String> other = placing(platform, ORDER.formatted(platform.product(UNCOUNTED), 2), key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(problem(other, 422).at("/type").asText()).endsWith("/idempotency-key-reused");
    }

    @Test
    void internal_operations_are_not_reachable_from_outside(Started platform) {
        problem(send(demo(platform, "/internal/v1/credential-changes?after=0")), 404);
    }

    @Test
    void administration_is_not_reachable_at_the_public_port_and_nothing_else_at_its_own(Started platform) {
        ApiClient publicly = platform.administrator();
        ApiClient apart = Seeding.administration(platform.install());

        assertThat(publicly.get("/admin/v1/users").status()).isEqualTo(404);
        assertThat(apart.get("/admin/v1/users").status()).isEqualTo(200);
        assertThat(apart.get("/v1/users/me").status()).isEqualTo(404);
    }

    @Test
    void a_shopper_reads_who_they_are(Started platform) {
        Shopper shopper = platform.newShopper();

        assertThat(shopper.me().at("/name").asText()).isEqualTo("Grace Tester");
    }

    private HttpResponse<String> placing(Started platform, String body, String key) {
        return send(placement(platform, key).POST(json(body)));
    }

    private HttpRequest.Builder placement(Started platform, String key) {
        return demo(platform, "/v1/orders").header("Idempotency-Key", key);
    }

    private HttpRequest.Builder demo(Started platform, String path) {
        return as(
                withKey(platform, path),
                platform.seed().email(),
                platform.seed().password());
    }

    private HttpRequest.Builder withKey(Started platform, String path) {
        return request(platform, path).header("X-API-Key", platform.seed().apiKey());
    }

    private HttpRequest.Builder request(Started platform, String path) {
        return HttpRequest.newBuilder(URI.create(platform.gateway() + path)).header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder as(HttpRequest.Builder request, String email, String password) {
        byte[] pair = (email + ":" + password).getBytes(StandardCharsets.UTF_8);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        try {
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.at("/status").asInt()).isEqualTo(status);
            assertThat(problem.at("/type").asText()).startsWith("https://tollgate.io/problems/");
            assertThat(problem.at("/requestId").asText()).isNotEmpty();
            assertThat(problem.at("/traceId").asText()).matches("[0-9a-f]{32}");
            return problem;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BodyPublisher json(String body) {
        return BodyPublishers.ofString(body);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
