package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.FakeService.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Twelve secrets are sent in good and bad requests; none of them may be found where others look. */
@ExtendWith(OutputCaptureExtension.class)
class CanariesTest extends BearerGateway {
    private static final String GOOD_KEY = "tg_live_canary01goodkey";
    private static final String WRONG_KEY = "tg_live_canary02wrongkey";
    private static final String AZURE_KEY = "tg_test_canary03azurekey";
    private static final String QUERY_KEY = "canary04querykey";
    private static final String WRONG_PASSWORD = "canary05wrongpassword";
    private static final String EMAIL = "canary06mail@customers.example";
    private static final String BROKEN_BASIC = "canary07brokenbasic";
    private static final String COOKIE = "canary08cookie";
    private static final String PROXY = "canary09proxyauthorization";
    private static final String BODY = "canary10cardinbody";
    private static final String CLAIM = "canary11claim";
    private static final String OWN_HEADER = "canary12authtoken";

    private final List<HttpResponse<String>> answers = new ArrayList<>();

    @Test
    void twelve_secrets_are_not_in_logs_spans_problems_or_metrics(CapturedOutput output) {
        USERS.client(GOOD_KEY, "cli_canary", FakeUsers.ALL, 1, 100_000, 60, 100_000);
        USERS.newUserVersion(EMAIL, 1);
        String genuine = ISSUER.signed(ISSUER.claims("usr_ada").claim("note", CLAIM));
        String forged = genuine.substring(0, genuine.length() - 8) + "AAAAAAAA";
        ORDERS.answers(request -> request.uri().startsWith("/v1/orders/broken") ? Reply.NONE : Reply.json(200, "{}"));

        ask(with(GOOD_KEY, "/v1/orders").header("Authorization", basic(EMAIL, FakeUsers.PASSWORD)), 200);
        ask(with(WRONG_KEY, "/v1/orders"), 401);
        ask(request("/v1/products").header("Ocp-Apim-Subscription-Key", AZURE_KEY), 401);
        ask(with(GOOD_KEY, "/v1/products?api_key=" + QUERY_KEY), 400);
        ask(with(GOOD_KEY, "/v1/products?token=" + genuine), 400);
        ask(with(GOOD_KEY, "/v1/orders").header("Authorization", basic(EMAIL, WRONG_PASSWORD)), 401);
        ask(with(GOOD_KEY, "/v1/orders").header("Authorization", "Basic " + BROKEN_BASIC), 401);
        ask(with(GOOD_KEY, "/v1/orders").header("Authorization", "Bearer " + genuine), 200);
        ask(with(GOOD_KEY, "/v1/orders").header("Authorization", "Bearer " + forged), 401);
        ask(with(GOOD_KEY, "/v1/products").header("Cookie", "session=" + COOKIE), 200);
        ask(with(GOOD_KEY, "/v1/products").header("Proxy-Authorization", "Basic " + PROXY), 200);
        ask(with(GOOD_KEY, "/v1/products").header("X-Auth-Token", OWN_HEADER), 200);
        ask(signed(post(with(GOOD_KEY, "/v1/orders"), "{\"paymentToken\":\"" + BODY + "\"}")), 200);
        ask(signed(with(GOOD_KEY, "/v1/orders/broken")), 503);

        String metrics = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/metrics")))
                .body();
        String told = output
                + spans.all().toString()
                + metrics
                + answers.stream()
                        .map(answer -> answer.body() + answer.headers())
                        .toList();
        assertThat(secrets(genuine, forged))
                .allSatisfy(secret -> assertThat(told).doesNotContain(secret));
        assertThat(told)
                .as("what is searched")
                .contains("cli_canary", "api-key-in-query", "tollgate_gateway_credentials");
    }

    private void ask(HttpRequest.Builder request, int status) {
        HttpResponse<String> answer = send(request);
        answers.add(answer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private HttpRequest.Builder with(String key, String path) {
        return request(path).header("X-API-Key", key);
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request) {
        return request.header("Authorization", basic(EMAIL, FakeUsers.PASSWORD));
    }

    private static List<String> secrets(String genuine, String forged) {
        return List.of(
                GOOD_KEY,
                WRONG_KEY,
                AZURE_KEY,
                QUERY_KEY,
                WRONG_PASSWORD,
                EMAIL,
                FakeUsers.PASSWORD,
                BROKEN_BASIC,
                COOKIE,
                PROXY,
                BODY,
                OWN_HEADER,
                CLAIM,
                genuine,
                genuine.substring(genuine.lastIndexOf('.') + 1),
                forged,
                FakeUsers.sha256(GOOD_KEY),
                Base64.getEncoder().encodeToString((EMAIL + ":" + WRONG_PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }
}
