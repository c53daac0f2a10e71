package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.FakeService.Reply;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class HygieneTest extends RunningGateway {
    private static final List<String> LIES = List.of(
            "X-User-Id",
            "X_User_Id",
            "x-user-ID",
            "X-Tenant-Id",
            "X_TENANT_ID",
            "X-Client-Id",
            "X-Roles",
            "X-Scopes",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Forwarded-User",
            "X-Forwarded-Port",
            "X_Forwarded_For",
            "X-User",
            "X-Scope",
            "X-Role",
            "X-Principal",
            "X-Account-Id",
            "X-Client-IP",
            "CF-Connecting-IP",
            "X-Original-Host",
            "X-HTTP-Method",
            "X-Method-Override",
            "Remote-User",
            "X-Caller-Token",
            "X-Auth-Token",
            "Proxy-Authorization",
            "Forwarded",
            "X-Real-IP",
            "True-Client-IP",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "X-Remote-User",
            "X-Authenticated-User",
            "X-Tollgate-Refused",
            "X-Tollgate-Anything",
            "tracestate",
            "baggage",
            "b3",
            "X-B3-TraceId",
            "Request-Id",
            "Correlation-Context");

    @Test
    void a_client_cannot_say_who_it_is_where_it_comes_from_or_whose_trace_it_is() {
        HttpRequest.Builder request = withKey("/v1/products").header("X-Harmless", "kept");
        LIES.forEach(name -> request.header(name, "usr_admin"));

        assertThat(send(request).statusCode()).isEqualTo(200);

        var arrived = PRODUCTS.last().headers();
        LIES.forEach(name -> assertThat(arrived.contains(name)).as(name).isFalse());
        assertThat(arrived.get("X-Harmless")).isEqualTo("kept");
        assertThat(arrived.names()).noneMatch(name -> name.toLowerCase().startsWith("x-tollgate"));
    }

    @Test
    void a_method_is_what_the_request_line_says() {
        send(withKey("/v1/products").header("X-HTTP-Method-Override", "DELETE"));

        assertThat(PRODUCTS.last().method()).isEqualTo("GET");
    }

    @Test
    void what_proved_the_caller_stays_here_and_only_the_callers_token_goes_on() {
        send(signedIn("/v1/orders").header("Ocp_Apim_Subscription_Key", "tg_live_other"));

        var arrived = ORDERS.last().headers();
        assertThat(arrived.contains("X-API-Key")).isFalse();
        assertThat(arrived.contains("Ocp-Apim-Subscription-Key")).isFalse();
        assertThat(arrived.getAll("Authorization")).singleElement().satisfies(token -> assertThat(token)
                .startsWith("Bearer ey"));
    }

    @Test
    void headers_named_in_connection_belong_to_one_hop() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send("GET /v1/products HTTP/1.1\r\nHost: x\r\nX-API-Key: " + FakeUsers.KEY
                            + "\r\nX-Hop: 1\r\nX-Far: 2\r\nKeep-Alive: 5\r\nTE: trailers\r\nUpgrade: h2c\r\n"
                            + "Connection: close, X-Hop, X-API-Key\r\n\r\n")
                    .answer();
        }
        var arrived = PRODUCTS.last().headers();
        assertThat(arrived.contains("X-Hop")).isFalse();
        assertThat(arrived.get("X-Far")).isEqualTo("2");
        assertThat(arrived.contains("Keep-Alive")).isFalse();
        assertThat(arrived.contains("TE")).isFalse();
        assertThat(arrived.contains("Upgrade")).isFalse();
    }

    @Test
    void every_answer_has_a_request_id_of_ours_and_the_clients_own_is_said_back() {
        HttpResponse<String> answer = send(withKey("/v1/products").header("X-Request-Id", "mine-1"));

        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(id).startsWith("req_");
        assertThat(answer.headers().firstValue("X-Client-Request-Id")).contains("mine-1");
        assertThat(PRODUCTS.last().headers().get("X-Request-Id")).isEqualTo(id);
        assertThat(PRODUCTS.last().headers().contains("X-Client-Request-Id")).isFalse();
    }

    @Test
    void what_services_say_to_the_gateway_alone_does_not_get_out() {
        PRODUCTS.answers(request -> Reply.json(200, "{}")
                .with("X-Request-Id", "req_theirs")
                .with("Server", "netty")
                .with("RateLimit", "\"burst\";r=0;t=9")
                .with("Keep-Alive", "timeout=5")
                .with("ETag", "\"v1\""));

        HttpResponse<String> answer = send(withKey("/v1/products/prd_1"));

        assertThat(answer.headers().allValues("X-Request-Id")).singleElement().isNotEqualTo("req_theirs");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Keep-Alive")).isEmpty();
        assertThat(answer.headers().allValues("RateLimit")).hasSize(1);
        assertThat(answer.headers().firstValue("ETag")).contains("\"v1\"");
    }
}
