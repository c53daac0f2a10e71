package io.tollgate.users.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.UsersTest;
import org.junit.jupiter.api.Test;

class PlansControllerTest extends UsersTest {
    @Test
    void gateways_read_every_plan_with_the_version_that_the_feed_says() throws Exception {
        byte[] feed = get(CALLERS.internal(), "/internal/v1/credential-changes?after=0&limit=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        long version = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(feed)
                .path("plansVersion")
                .asLong();

        assertThat(version).isPositive();
        get(CALLERS.internal(), "/internal/v1/plans")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(version)
                .jsonPath("$.items[?(@.name == 'partner')].limits[0].burst")
                .isEqualTo(1000)
                .jsonPath("$.items[?(@.name == 'partner')].cacheAllowed")
                .isEqualTo(true);
    }
}
