package io.tollgate.orders;

import io.tollgate.testing.ApiContract;
import io.tollgate.testing.TestCallers;
import io.tollgate.testing.bus.ServiceBus;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole application on the embedded bus, one for all tests that need it; each test has orders of its own. */
@ServiceBus(shared = true)
@AutoConfigureObservability(metrics = false)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "TOLLGATE_ORDERS_DB_URL=r2dbc:h2:mem:///orders",
            "TOLLGATE_ORDERS_DEADLINE_SWEEP=200ms",
            "TOLLGATE_ORDERS_EVENTS_LONGEST=300ms",
            "TOLLGATE_IDEMPOTENCY_SECRET=a-secret-of-tests-that-is-long-enough"
        })
abstract class RunningOrders {
    private static final TestCallers CALLERS = TestCallers.of("orders");
    private static final ApiContract CONTRACT = ApiContract.of("orders");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private WebTestClient http;

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) {
        registry.add("TOLLGATE_CALLER_JWKS", TestCallers::jwks);
    }

    WebTestClient as(String client, String user) {
        return http.mutate()
                .responseTimeout(PATIENCE)
                .defaultHeader(HttpHeaders.AUTHORIZATION, CALLERS.bearer(client, user, "orders:write", "orders:read"))
                .entityExchangeResultConsumer(CONTRACT.exchangeConsumer())
                .build();
    }

    WebTestClient asSupport(String client, String user) {
        return http.mutate()
                .responseTimeout(PATIENCE)
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION, CALLERS.bearer(client, user, List.of("support"), "orders:write"))
                .entityExchangeResultConsumer(CONTRACT.exchangeConsumer())
                .build();
    }
}
