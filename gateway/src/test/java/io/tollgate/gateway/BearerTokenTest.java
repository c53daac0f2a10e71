package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BearerTokenTest extends BearerGateway {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    @Test
    void the_user_of_a_genuine_token_acts_with_the_roles_that_users_service_knows() {
        String token = ISSUER.signed(ISSUER.claims("usr_ada").claim("roles", List.of("admin")));

        assertThat(ask(token).statusCode()).isEqualTo(200);

        String caller = ORDERS.last().headers().get("Authorization");
        assertThat(caller).doesNotContain(token);
        var ada = heard("orders", caller.substring("Bearer ".length())).orElseThrow();
        assertThat(ada.userId()).contains("usr_ada");
        assertThat(ada.roles()).isEqualTo(Set.of("customer"));
    }

    /** Made when they are used: those at the edge of a minute are good for ten seconds, and a gateway takes its time to start. */
    static Stream<Supplier<String>> goodTokens() {
        return Stream.of(
                () -> FakeIssuer.signed(
                        FakeIssuer.header(JWSAlgorithm.PS256, ISSUER.rsa).build(),
                        ISSUER.claims("usr_ada"),
                        ISSUER.rsa),
                () -> FakeIssuer.signed(
                        FakeIssuer.header(JWSAlgorithm.ES256, ISSUER.ec)
                                .type(new JOSEObjectType("at+jwt"))
                                .build(),
                        ISSUER.claims("usr_ada"),
                        ISSUER.ec),
                () -> ISSUER.signed(ISSUER.claims("usr_ada").audience(List.of("another", FakeIssuer.AUDIENCE))),
                () -> ISSUER.signed(ISSUER.claims("usr_ada").expirationTime(FakeIssuer.at(-50))),
                () -> ISSUER.signed(
                        ISSUER.claims("usr_ada").issueTime(FakeIssuer.at(50)).notBeforeTime(FakeIssuer.at(50))));
    }

    @ParameterizedTest
    @MethodSource("goodTokens")
    void each_allowed_signature_and_a_minute_of_other_clocks_are_accepted(Supplier<String> token) {
        assertThat(ask(token.get()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_is_verified_and_its_user_resolved_once_however_often_it_comes() {
        String token = ISSUER.signed(ISSUER.claims("usr_ada").jwtID("once"));

        for (int i = 0; i < 5; i++) {
            assertThat(ask(token).statusCode()).isEqualTo(200);
        }

        assertThat(USERS.usersResolved()).isOne();
        assertThat(USERS.passwordsAsked()).isZero();
        assertThat(ISSUER.keysRead()).isLessThanOrEqualTo(1);
    }

    @Test
    void a_known_token_ends_when_it_says() {
        // two to three seconds more: a token's times are whole seconds, and others' clocks are given a minute
        String token = ISSUER.signed(ISSUER.claims("usr_ada").expirationTime(FakeIssuer.at(-57)));

        assertThat(ask(token).statusCode()).isEqualTo(200);
        await().atMost(SECONDS).untilAsserted(() -> refused(ask(token)));
    }

    @Test
    void a_user_who_was_deactivated_stops_within_seconds_whatever_the_token_says() {
        USERS.newUserVersion("gone@customers.example", 1);
        String token = ISSUER.signed(ISSUER.claims("usr_gone"));
        assertThat(ask(token).statusCode()).isEqualTo(200);

        USERS.deactivate("gone@customers.example");
        USERS.changed("user", "usr_gone", 2);

        await().atMost(SECONDS).untilAsserted(() -> refused(ask(token)));
    }

    @Test
    void who_has_a_token_and_no_account_is_nobody() {
        refused(ask(ISSUER.signed(ISSUER.claims("usr_stranger"))));
    }

    @Test
    void a_new_key_of_the_issuer_is_found_and_names_that_it_does_not_have_do_not_make_us_ask_for_each() {
        assertThat(ask(ISSUER.signed(ISSUER.claims("usr_ada"))).statusCode()).isEqualTo(200);
        RSAKey next = FakeIssuer.rsa("rsa-2");
        String token =
                FakeIssuer.signed(FakeIssuer.header(JWSAlgorithm.RS256, next).build(), ISSUER.claims("usr_ada"), next);
        ISSUER.publish(next);

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(ask(token).statusCode()).isEqualTo(200));
    }

    @Test
    void while_the_issuer_is_away_its_last_keys_are_believed() {
        assertThat(ask(ISSUER.signed(ISSUER.claims("usr_ada"))).statusCode()).isEqualTo(200);
        ISSUER.http.stop();
        try {
            assertThat(ask(ISSUER.signed(ISSUER.claims("usr_ada").jwtID("away")))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            ISSUER.http.restart();
        }
    }

    @Test
    void passwords_go_on_beside_tokens_and_both_are_asked_for() {
        assertThat(send(signedIn("/v1/orders")).statusCode()).isEqualTo(200);

        var answer = send(withKey("/v1/orders"));
        problem(answer, 401, "user-required");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"tollgate\", charset=\"UTF-8\", Bearer realm=\"tollgate\"");
    }
}
