package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.Metrics;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tollgate.gateway.FakeService.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** Who sends slowly is waited for as long as any client, and never takes a service away from the others. */
class SlowUploadTest extends RunningGateway {
    private static final String BODY = "{\"name\":\"slow\"}";

    @Autowired
    CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void impatient(DynamicPropertyRegistry properties) {
        properties.add("tollgate.gateway.routing.upstream-timeout", () -> "500ms");
        properties.add("tollgate.gateway.routing.connect-timeout", () -> "300ms");
        properties.add("tollgate.gateway.hygiene.body-within", () -> "2s");
    }

    @Test
    void uploads_that_never_end_are_408_and_held_against_no_service() throws IOException {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            clients.add(new RawClient(port).send(beginning() + BODY.substring(0, 5)));
        }
        for (RawClient client : clients) {
            client.answer().isProblem(408, "request-timeout");
            client.close();
        }

        assertThat(products().getNumberOfFailedCalls()).isZero();
        assertThat(send(withKey("/v1/products")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_service_has_its_time_when_the_upload_has_ended() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(beginning() + BODY.substring(0, 5));
            await().until(() -> PRODUCTS.begun() == 1);
            whileSomebodyElseWaitsInVain();
            client.send(BODY.substring(5));

            assertThat(client.answers(1)).isOne();
        }
        assertThat(PRODUCTS.last().text()).isEqualTo(BODY);
    }

    @Test
    void a_service_that_does_not_answer_an_upload_is_still_to_blame() {
        int failed = products().getNumberOfFailedCalls();
        PRODUCTS.answers(request -> Reply.json(200, "{}").after(Mono.never()));

        problem(send(post(signedIn("/v1/products"), BODY)), 504, "upstream-timeout");
        assertThat(products().getNumberOfFailedCalls()).isEqualTo(failed + 1);
    }

    /** As long as a service is given to answer. */
    private void whileSomebodyElseWaitsInVain() {
        ORDERS.answers(request -> Reply.json(200, "{}").after(Mono.never()));
        problem(send(signedIn("/v1/orders")), 504, "upstream-timeout");
    }

    private Metrics products() {
        return breakers.circuitBreaker("products").getMetrics();
    }

    private static String beginning() {
        return "POST /v1/products HTTP/1.1\r\nHost: x\r\nX-API-Key: " + FakeUsers.KEY + "\r\nAuthorization: "
                + basic(FakeUsers.EMAIL, FakeUsers.PASSWORD)
                + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n";
    }
}
