package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.gateway.FakeService.Reply;
import io.tollgate.gateway.refusal.RefusedRequest;
import io.tollgate.gateway.refusal.RefusedRequests;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What is kept of what the gateway refused, for the client that asks why; reports are not sent meanwhile. */
@TestPropertySource(properties = "tollgate.gateway.usage.reports-every=10m")
class RefusalsTest extends RunningGateway {
    @Autowired
    RefusedRequests requests;

    @BeforeEach
    void nothingWaits() {
        requests.take(100_000);
    }

    @Test
    void a_refusal_is_kept_with_its_rule_its_values_and_its_trace() {
        JsonNode problem = null;
        for (int i = 0; problem == null && i < 10; i++) {
            var answer = send(request("/v1/products").header("X-API-Key", FakeUsers.NARROW_KEY));
            problem = answer.statusCode() == 429 ? problem(answer, 429, "rate-limit-exceeded") : null;
        }
        RefusedRequest refused = kept(problem);

        assertThat(refused.clientId()).isEqualTo("cli_narrow");
        assertThat(refused.userId()).isNull();
        assertThat(refused.operation()).isEqualTo("GET /v1/products");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.type()).isEqualTo("rate-limit-exceeded");
        assertThat(refused.rule()).isEqualTo("plan:free/limit:burst");
        assertThat(refused.limit()).isEqualTo(problem.at("/limit").asLong()).isPositive();
        assertThat(refused.remaining())
                .isEqualTo(problem.at("/remaining").asLong())
                .isZero();
        assertThat(refused.resetAt())
                .isEqualTo(refused.at().plusSeconds(problem.at("/reset").asLong()));
    }

    @Test
    void whoever_is_known_by_a_key_is_told_even_of_a_wrong_password_and_a_user_by_name() {
        JsonNode wrong = problem(
                send(withKey("/v1/orders").header("Authorization", basic(FakeUsers.EMAIL, "wrong"))),
                401,
                "credentials-invalid");
        RefusedRequest ofNobody = kept(wrong);
        assertThat(ofNobody.clientId()).isEqualTo("cli_demo");
        assertThat(ofNobody.userId()).isNull();
        JsonNode scope = problem(
                send(request("/v1/users/me")
                        .header("X-API-Key", FakeUsers.READER_KEY)
                        .header("Authorization", basic(FakeUsers.EMAIL, FakeUsers.PASSWORD))),
                403,
                "missing-scope");

        RefusedRequest ofAda = kept(scope);
        assertThat(ofAda.clientId()).isEqualTo("cli_reader");
        assertThat(ofAda.userId()).isEqualTo("usr_ada");
        assertThat(ofAda.rule()).isEqualTo("scope");
    }

    @Test
    void a_body_that_is_too_large_and_a_service_that_is_away_have_rules_too() {
        byte[] large = new byte[1_100_000];
        HttpRequest.Builder chunked = signedIn("/v1/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        JsonNode body = problem(send(chunked), 413, "payload-too-large");
        RefusedRequest large413 = kept(body);
        assertThat(large413.rule()).isEqualTo("body-size");
        assertThat(large413.limit()).isEqualTo(1_048_576);
        ORDERS.answers(order -> Reply.NONE);

        JsonNode away = problem(send(post(signedIn("/v1/orders"), "{}")), 503, "unavailable");

        RefusedRequest unanswered = kept(away);
        assertThat(unanswered.rule()).isEqualTo("service:orders");
        assertThat(unanswered.operation()).isEqualTo("POST /v1/orders");
    }

    @Test
    void what_strangers_are_refused_and_what_services_refuse_is_not_kept() {
        problem(send(request("/v1/products")), 401, "api-key-required");
        problem(send(request("/v1/products").header("X-API-Key", "tg_live_nobodys")), 401, "api-key-invalid");
        problem(send(signedIn("/v1/nothing")), 404, "not-found");
        PRODUCTS.answers(product -> Reply.problem(404, "{\"type\":\"https://tollgate.io/problems/not-found\"}"));
        assertThat(send(withKey("/v1/products/prd_1")).statusCode()).isEqualTo(404);

        assertThat(requests.waiting()).isZero();
    }

    @Test
    void any_known_client_may_ask_why_whatever_else_it_may() {
        String path = "/v1/requests/req_01kn6vw99tfhgsf0epbwycsr8k";

        assertThat(send(request(path).header("X-API-Key", FakeUsers.READER_KEY)).statusCode())
                .isEqualTo(200);
        assertThat(USERS.asked(path)).isOne();
        problem(send(request(path)), 401, "api-key-required");
    }

    private RefusedRequest kept(JsonNode problem) {
        RefusedRequest only = (RefusedRequest) requests.take(10).get(0);
        assertThat(only.requestId()).isEqualTo(problem.at("/requestId").asText());
        assertThat(only.traceId()).isEqualTo(problem.at("/traceId").asText());
        return only;
    }
}
