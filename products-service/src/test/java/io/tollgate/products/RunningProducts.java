package io.tollgate.products;

import io.tollgate.testing.TestCallers;
import io.tollgate.testing.bus.ServiceBus;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole application on the embedded bus, one for all tests that need it; each test has products of its own. */
@ServiceBus(shared = true)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "TOLLGATE_PRODUCTS_DB_URL=r2dbc:h2:mem:///products",
            "TOLLGATE_IDEMPOTENCY_SECRET=a-secret-of-tests-that-is-long-enough"
        })
abstract class RunningProducts {
    private static final TestCallers CALLERS = TestCallers.of("products");
    static final String CLIENT = "cli_01kn44arm0fb393bnh657vqd48";
    static final String USER = "usr_01kpmz88c1ef1tnyr5f7dfw65v";
    /** For one answer: some are about a thousand products, on machines that are busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private WebTestClient http;

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) {
        registry.add("TOLLGATE_CALLER_JWKS", TestCallers::jwks);
    }

    WebTestClient as(String bearer) {
        return http.mutate()
                .responseTimeout(PATIENCE)
                .defaultHeader(HttpHeaders.AUTHORIZATION, bearer)
                .build();
    }

    WebTestClient asSeller() {
        return as(CALLERS.bearer(CLIENT, USER, List.of("catalog-manager"), "catalog:write", "catalog:read"));
    }

    WebTestClient asCustomer() {
        return as(CALLERS.bearer(CLIENT, USER, List.of("customer"), "catalog:write", "catalog:read"));
    }

    WebTestClient asReader() {
        return as(CALLERS.bearer(CLIENT, null, "catalog:read"));
    }

    WebTestClient asNobody() {
        return http;
    }

    WebTestClient asApplication(String... scopes) {
        return as(CALLERS.bearer(CLIENT, null, scopes));
    }
}
