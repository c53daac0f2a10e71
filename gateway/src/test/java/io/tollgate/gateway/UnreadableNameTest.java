package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.FakeService.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A question that users-service does not take is one caller's trouble. */
class UnreadableNameTest extends RunningGateway {
    private static final int ENOUGH_TO_OPEN_A_BREAKER = 12;

    @DynamicPropertySource
    static void patient(DynamicPropertyRegistry properties) {
        properties.add("tollgate.gateway.sign-in.free-tries-of-address", () -> 100);
    }

    @Test
    void what_users_service_cannot_read_of_some_shuts_nobody_else_out() {
        USERS.http.answers(
                asked -> asked.text().contains("unreadable") ? Reply.problem(400, "{}") : USERS.answer(asked));
        for (int i = 0; i < ENOUGH_TO_OPEN_A_BREAKER; i++) {
            problem(
                    send(withKey("/v1/orders")
                            .header(HttpHeaders.AUTHORIZATION, basic("unreadable" + i, "a password"))),
                    503,
                    "unavailable");
        }

        String neverSeen = basic(FakeUsers.EMAIL, FakeUsers.PASSWORD).replace("Basic", "BASIC");
        assertThat(send(withKey("/v1/orders").header(HttpHeaders.AUTHORIZATION, neverSeen))
                        .statusCode())
                .isEqualTo(200);
    }
}
