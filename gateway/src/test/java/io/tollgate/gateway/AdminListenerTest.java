package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Administration has a port of its own, behind the same walls. */
class AdminListenerTest extends RunningGateway {

    @Test
    void administration_is_done_at_its_own_port() {
        assertThat(send(adminSignedIn("/admin/v1/ledger/accounts?limit=2")).statusCode())
                .isEqualTo(200);

        assertThat(PAYMENTS.last().uri()).isEqualTo("/admin/v1/ledger/accounts?limit=2");
    }

    @Test
    void at_the_public_port_it_does_not_exist_whoever_asks_and_however() {
        String path = "/admin/v1/ledger/accounts";
        Stream<HttpRequest.Builder> requests = Stream.of(
                request(path),
                withKey(path),
                signedIn(path),
                signedIn(path).method("OPTIONS", BodyPublishers.noBody()),
                signedIn(path)
                        .header("X-Forwarded-Port", String.valueOf(admin.port().number())),
                request(path).header("X-API-Key", "tg_live_nobodys"),
                post(signedIn("/admin/v1/clients"), "{}"),
                signedIn("/admin/v1/clients").DELETE());

        assertThat(requests.map(RunningGateway::send)).allSatisfy(this::isAsAnyUnknownPath);
        assertThat(PAYMENTS.begun()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/orders",
                "/v1/products",
                "/v1/users/me",
                "/admin",
                "/admin/v1",
                "/",
                "/healthz",
                "/internal/v1/plans"
            })
    void what_is_not_administration_does_not_exist_there(String path) {
        problem(send(adminSignedIn(path)), 404, "not-found");
        problem(send(adminRequest(path)), 404, "not-found");
        assertThat(ORDERS.begun() + PRODUCTS.begun()).isZero();
    }

    @Test
    void the_same_is_asked_of_callers_there() {
        problem(send(adminRequest("/admin/v1/users")), 401, "api-key-required");
        problem(
                send(adminRequest("/admin/v1/ledger/accounts").header("X-API-Key", FakeUsers.READER_KEY)),
                401,
                "user-required");
        problem(send(adminSignedIn("/admin/v1/users")), 403, "missing-scope");
        problem(send(adminSignedIn("/admin/v1/clients").DELETE()), 405, "method-not-allowed");
    }

    @Test
    void the_same_hygiene_stands_before_it() throws IOException {
        try (RawClient client = new RawClient(admin.port().number())) {
            client.send("GET /admin/v1/ledger/accounts HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")
                    .answer()
                    .isProblem(400, "malformed-request");
        }
        send(adminSignedIn("/admin/v1/ledger/accounts").header("X-User-Id", "usr_root"));

        assertThat(PAYMENTS.last().headers().contains("X-User-Id")).isFalse();
    }

    @Test
    void a_trace_begins_there_too() {
        HttpResponse<String> refused = send(adminRequest("/admin/v1/users"));

        assertThat(json(refused.body()).at("/traceId").asText()).matches("[0-9a-f]{32}");
    }

    private void isAsAnyUnknownPath(HttpResponse<String> answer) {
        problem(answer, 404, "not-found");
        assertThat(withoutIds(answer)).isEqualTo(withoutIds(send(signedIn("/v1/nothing"))));
        assertThat(answer.headers().map().keySet())
                .isEqualTo(send(signedIn("/v1/nothing")).headers().map().keySet());
    }

    private static ObjectNode withoutIds(HttpResponse<String> answer) {
        return ((ObjectNode) json(answer.body())).without(List.of("requestId", "traceId"));
    }
}
