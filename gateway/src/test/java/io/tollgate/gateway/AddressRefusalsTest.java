package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where requests are heard, over real connections: 127.0.0.2 is a trusted proxy, 127.0.0.1 is anybody. */
class AddressRefusalsTest extends RunningGateway {
    private static final String BOUND_KEY = "tg_live_bound";
    private static final String PLANNED_KEY = "tg_live_planned";
    private static final String HERE = "203.0.113.9";
    private static final String ELSEWHERE = "192.0.2.1";

    @BeforeEach
    void clientsThatMayNotAskFromEverywhere() {
        USERS.answerTo(
                BOUND_KEY,
                """
                {"clientId":"cli_bound","plan":{"name":"free"},"scopes":["catalog:read"],"credentialVersion":1,
                "networks":{"allow":["203.0.113.0/24","2001:db8::/32"],"deny":["203.0.113.66"]}}""");
        USERS.plan("near", "\"networks\":{\"allow\":[\"203.0.113.0/24\"],\"deny\":[]}");
        USERS.clientOf("near", PLANNED_KEY, "cli_planned");
    }

    @Test
    void a_client_is_heard_from_its_networks_alone_as_a_trusted_proxy_tells_them() throws IOException {
        assertThat(asked(BOUND_KEY, Map.of("X-Forwarded-For", HERE)).status()).isEqualTo(200);
        assertThat(asked(BOUND_KEY, Map.of("Forwarded", "for=\"[2001:db8::9]:4711\";proto=https"))
                        .status())
                .isEqualTo(200);
        RawClient.Answer refused = asked(BOUND_KEY, Map.of("X-Forwarded-For", HERE + ", " + ELSEWHERE));
        refused.isProblem(403, "address-not-allowed");
        assertThat(json(refused.body()).at("/rule").asText()).isEqualTo("network:client");
        assertThat(refused.body()).doesNotContain("203.0.113").doesNotContain(ELSEWHERE);
        asked(BOUND_KEY, Map.of("X-Forwarded-For", "203.0.113.66")).isProblem(403, "address-not-allowed");
        asked(BOUND_KEY, Map.of()).isProblem(403, "address-not-allowed");
    }

    @Test
    void a_plans_networks_hold_for_all_its_clients_and_change_with_it() throws IOException {
        assertThat(asked(PLANNED_KEY, Map.of("X-Forwarded-For", HERE)).status()).isEqualTo(200);
        RawClient.Answer refused = asked(PLANNED_KEY, Map.of("X-Forwarded-For", ELSEWHERE));
        refused.isProblem(403, "address-not-allowed");
        assertThat(json(refused.body()).at("/rule").asText()).isEqualTo("network:plan");

        USERS.plan("near", "\"networks\":{\"allow\":[],\"deny\":[\"" + HERE + "\"]}");

        await().untilAsserted(() -> {
            assertThat(asked(PLANNED_KEY, Map.of("X-Forwarded-For", ELSEWHERE)).status())
                    .isEqualTo(200);
            asked(PLANNED_KEY, Map.of("X-Forwarded-For", HERE)).isProblem(403, "address-not-allowed");
        });
    }

    @Test
    void what_the_gateway_denies_is_heard_by_nobody_known_or_not() throws IOException {
        double before = meters.counter("tollgate.gateway.addresses.refused", "level", "gateway")
                .count();

        RawClient.Answer unknown = asked("tg_live_nobodys", Map.of("X-Forwarded-For", DENIED));
        asked(FakeUsers.KEY, Map.of("X-Forwarded-For", DENIED)).isProblem(403, "address-not-allowed");

        unknown.isProblem(403, "address-not-allowed");
        assertThat(json(unknown.body()).at("/rule").asText()).isEqualTo("network:gateway");
        assertThat(USERS.keysAsked()).isZero();
        assertThat(meters.counter("tollgate.gateway.addresses.refused", "level", "gateway")
                        .count())
                .isEqualTo(before + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: localhost",
                "Forwarded: for=\"203.0.113.9",
                "Forwarded: for=203.0.113.9\r\nX-Forwarded-For: 192.0.2.1"
            })
    void a_proxys_word_that_cannot_be_read_or_contradicts_itself_is_refused(String headers) throws IOException {
        try (RawClient proxy = new RawClient("127.0.0.2", port)) {
            proxy.send("GET /v1/products HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\nX-API-Key: "
                            + FakeUsers.KEY + "\r\n\r\n")
                    .answer()
                    .isProblem(400, "malformed-request");
        }
    }

    @Test
    void a_stranger_is_where_it_is_whatever_it_says() {
        problem(
                send(request("/v1/products")
                        .header("X-API-Key", BOUND_KEY)
                        .header("X-Forwarded-For", HERE)
                        .header("Forwarded", "for=" + HERE)),
                403,
                "address-not-allowed");
        assertThat(send(withKey("/v1/products")
                                .header("X-Forwarded-For", DENIED)
                                .header("X-Tollgate-Forwarded-For", DENIED))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_proxy_says_goes_no_further() throws IOException {
        asked(FakeUsers.KEY, Map.of("X-Forwarded-For", HERE, "Forwarded", "for=" + HERE, "X-Forwarded-Host", "evil"));

        assertThat(PRODUCTS.last().headers().names())
                .noneMatch(name -> name.toLowerCase().contains("forwarded"));
    }

    private RawClient.Answer asked(String key, Map<String, String> headers) throws IOException {
        StringBuilder lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        try (RawClient proxy = new RawClient("127.0.0.2", port)) {
            return proxy.send("GET /v1/products HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + lines + "X-API-Key: "
                            + key + "\r\n\r\n")
                    .answer();
        }
    }
}
