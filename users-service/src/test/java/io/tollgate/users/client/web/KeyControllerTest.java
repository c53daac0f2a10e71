package io.tollgate.users.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.UsersTest;
import io.tollgate.users.client.KeysUsed;
import io.tollgate.users.credential.KeyHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

class KeyControllerTest extends UsersTest {
    @Autowired
    KeysUsed used;

    private Customer owner;
    private ClientView client;
    private String keys;

    @BeforeEach
    void aClientOfAPartner() {
        owner = customer(unique("partner") + "@example.com");
        client = post(
                        admin(),
                        "/admin/v1/clients",
                        Map.of("name", "Tea", "plan", "free", "scopes", List.of("catalog:read"), "ownerId", owner.id()))
                .expectBody(ClientView.class)
                .returnResult()
                .getResponseBody();
        keys = "/v1/clients/" + client.id() + "/keys";
    }

    @Test
    void a_partner_makes_a_second_key_and_no_third() {
        KeyView second = made(post(partner(), keys, Map.of("environment", "test")));

        assertThat(second.secret().orElseThrow()).startsWith("tg_test_").hasSize(51);
        assertThat(second.prefix()).isEqualTo(second.secret().orElseThrow().substring(0, 12));
        verified(second).isOk();
        problem(post(partner(), keys, Map.of()), 409, "too-many-keys");
        problem(post(partner(), keys + "/" + second.id() + "/rotation", Map.of()), 409, "too-many-keys");
    }

    @Test
    void two_keys_live_however_many_are_asked_for_at_the_same_time() {
        WebClient many = WebClient.builder()
                .baseUrl(address())
                .defaultHeader(HttpHeaders.AUTHORIZATION, partner())
                .build();

        List<Integer> answers = Flux.range(0, 12)
                .flatMap(i -> many.post().uri(keys).bodyValue(Map.of()).exchangeToMono(answer -> answer.releaseBody()
                        .thenReturn(answer.statusCode().value())))
                .collectList()
                .block();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(count("api_key WHERE slot <> id AND client_id = '" + client.id() + "'"))
                .isEqualTo(2);
    }

    @Test
    void after_a_rotation_both_keys_are_good_until_the_old_one_ends() {
        KeyView old = client.key().orElseThrow();
        KeyView made = made(post(partner(), rotation(old), Map.of("overlapSeconds", 60)));

        verified(old).isOk().expectBody().jsonPath("$.expiresAt").exists();
        verified(made).isOk().expectBody().jsonPath("$.expiresAt").doesNotExist();
        problem(post(partner(), rotation(made), Map.of()), 409, "too-many-keys");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void a_key_that_follows_one_with_an_end_ends_with_it() {
        KeyView old = made(post(partner(), keys, Map.of("expiresAt", "2090-01-01T00:00:00Z")));
        revoke(partner(), client.key().orElseThrow());

        KeyView made = made(post(partner(), rotation(old), Map.of("overlapSeconds", 0)));

        assertThat(made.expiresAt()).contains(Instant.parse("2090-01-01T00:00:00Z"));
        verified(made).isOk().expectBody().jsonPath("$.expiresAt").isEqualTo("2090-01-01T00:00:00Z");
    }

    @Test
    void the_end_of_a_key_that_follows_another_can_be_said() {
        KeyView old = made(post(partner(), keys, Map.of("expiresAt", "2090-01-01T00:00:00Z")));
        revoke(partner(), client.key().orElseThrow());

        KeyView made =
                made(post(partner(), rotation(old), Map.of("overlapSeconds", 0, "expiresAt", "2091-01-01T00:00:00Z")));

        assertThat(made.expiresAt()).contains(Instant.parse("2091-01-01T00:00:00Z"));
        problem(post(partner(), rotation(made), Map.of("expiresAt", "1999-01-01T00:00:00Z")), 400, "validation-failed");
    }

    @Test
    void a_rotation_without_an_overlap_ends_the_old_key_at_once() {
        KeyView old = client.key().orElseThrow();
        made(post(partner(), keys, Map.of()));
        KeyView made = made(post(partner(), rotation(old), Map.of("overlapSeconds", 0)));

        verified(old).isNotFound();
        verified(made).isOk();
        problem(post(partner(), rotation(old), Map.of("overlapSeconds", 0)), 409, "key-not-active");
    }

    @Test
    void a_revoked_key_is_nobodys_and_leaves_its_place_to_another() {
        KeyView old = client.key().orElseThrow();
        made(post(partner(), keys, Map.of()));

        revoke(partner(), old).expectStatus().isNoContent();
        revoke(partner(), old).expectStatus().isNoContent();

        verified(old).isNotFound();
        assertThat(version()).isEqualTo(2);
        verified(made(post(partner(), keys, Map.of()))).isOk();
        get(partner(), keys)
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + old.id() + "')].status")
                .isEqualTo("revoked");
    }

    @Test
    void a_key_with_an_end_is_nobodys_afterwards() {
        KeyView made = made(post(partner(), keys, Map.of("expiresAt", "2020-01-01T00:00:00Z")));

        verified(made).isNotFound();
        made(post(partner(), keys, Map.of()));
    }

    @Test
    void nobody_reaches_the_clients_of_somebody_else() {
        Customer stranger = customer(unique("stranger") + "@example.com");
        String other = CALLERS.bearer(
                "cli_shop", stranger.id(), List.of("customer", "admin"), "clients:read", "clients:write");
        KeyView key = client.key().orElseThrow();

        problem(get(other, "/v1/clients/" + client.id()), 404, "not-found");
        problem(get(other, keys), 404, "not-found");
        problem(post(other, keys, Map.of()), 404, "not-found");
        problem(post(other, rotation(key), Map.of()), 404, "not-found");
        problem(revoke(other, key), 404, "not-found");
        get(other, "/v1/clients").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        get(partner(), "/v1/clients").expectBody().jsonPath("$.items[0].id").isEqualTo(client.id());
        verified(key).isOk();
    }

    @Test
    void a_partner_cannot_change_what_administrators_decide() {
        String uri = "/v1/clients/" + client.id();

        Integer answer = WebClient.create(address())
                .patch()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, partner())
                .header(HttpHeaders.IF_MATCH, "\"v1\"")
                .bodyValue(Map.of("plan", "internal"))
                .exchangeToMono(refused ->
                        refused.releaseBody().thenReturn(refused.statusCode().value()))
                .block();

        assertThat(answer).isEqualTo(405);
        problem(patch(partner(), "/admin" + uri, "\"v1\"", Map.of("plan", "internal")), 403, "missing-role");
    }

    @Test
    void a_secret_is_shown_once_and_stands_nowhere() {
        ResponseSpec first = keyed();
        KeyView made = made(first);
        String secret = made.secret().orElseThrow();

        problem(keyed(), 409, "secret-already-shown").jsonPath("$.keyId").isEqualTo(made.id());
        List<String> tables = database.sql(
                        "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA <> 'INFORMATION_SCHEMA'")
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
        assertThat(tables).contains("api_key", "admin_audit");
        Stream<String> rows = tables.stream()
                .flatMap(table ->
                        database.sql("SELECT * FROM \"" + table + "\"").fetch().all().collectList().block().stream())
                .map(Map::toString);
        assertThat(rows).noneMatch(row -> row.contains(secret.substring(12)));
    }

    @Test
    void when_a_key_was_used_is_known_to_the_minute() {
        String id = client.key().orElseThrow().id();
        Instant noon = Instant.parse("2026-05-04T12:00:00Z");

        used.handle(Map.of(id, noon)).block();
        used.handle(Map.of(id, noon.plusSeconds(59))).block();
        assertThat(lastUsed()).isEqualTo("2026-05-04T12:00:00Z");
        used.handle(Map.of(id, noon.plusSeconds(60), "key_unknown", noon)).block();
        assertThat(lastUsed()).isEqualTo("2026-05-04T12:01:00Z");
    }

    private String lastUsed() {
        return get(partner(), keys)
                .expectBody(KeyView.All.class)
                .returnResult()
                .getResponseBody()
                .items()
                .get(0)
                .lastUsedAt()
                .orElseThrow()
                .toString();
    }

    private ResponseSpec keyed() {
        return http.post()
                .uri(keys)
                .header(HttpHeaders.AUTHORIZATION, partner())
                .header("Idempotency-Key", "a-key-for-" + client.id())
                .bodyValue(Map.of())
                .exchange();
    }

    private ResponseSpec revoke(String bearer, KeyView key) {
        return http.delete()
                .uri(keys + "/" + key.id())
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange();
    }

    private String rotation(KeyView key) {
        return keys + "/" + key.id() + "/rotation";
    }

    private String partner() {
        return CALLERS.bearer("cli_shop", owner.id(), List.of("customer"), "clients:read", "clients:write");
    }

    private static KeyView made(ResponseSpec answer) {
        return answer.expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectBody(KeyView.class)
                .returnResult()
                .getResponseBody();
    }

    private Verified verified(KeyView key) {
        String secret = key.secret().orElseThrow();
        return new Verified(post(
                CALLERS.internal(),
                "/internal/v1/api-keys/verify",
                Map.of("hash", KeyHash.of(secret).hex())));
    }

    private long version() {
        return database.sql("SELECT MAX(version) FROM credential_change WHERE subject_id = :id")
                .bind("id", client.id())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private record Verified(ResponseSpec answer) {
        ResponseSpec isOk() {
            return answer.expectStatus().isOk();
        }

        void isNotFound() {
            answer.expectStatus().isNotFound();
        }
    }
}
