package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway of its own: the tests of the others all come from one address. */
class AddressLimitTest extends RunningGateway {
    private static final int TRIES = 10;

    @DynamicPropertySource
    static void fewTries(DynamicPropertyRegistry properties) {
        properties.add("tollgate.gateway.limit.address-tries", () -> TRIES);
        // a try comes back once a minute, so that none does while the test tries
        properties.add("tollgate.gateway.limit.address-window", () -> TRIES + "m");
    }

    @Test
    void who_tries_too_many_credentials_is_stopped_before_the_costly_password_and_known_callers_are_not() {
        assertThat(send(signedIn("/v1/orders")).statusCode()).isEqualTo(200);
        for (int i = 2; i < TRIES; i++) {
            problem(guess(i), 401, "credentials-invalid");
        }

        HttpResponse<String> stopped = guess(TRIES);

        problem(stopped, 429, "too-many-attempts");
        assertThat(Long.parseLong(stopped.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 60L);
        assertThat(USERS.passwordsAsked()).isEqualTo(TRIES - 1);
        assertThat(send(signedIn("/v1/orders")).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> guess(int number) {
        return send(withKey("/v1/orders")
                .header("Authorization", basic("user" + number + "@customers.example", "a guess")));
    }
}
