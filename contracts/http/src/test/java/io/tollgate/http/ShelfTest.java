package io.tollgate.http;

import io.tollgate.testing.TestCallers;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** One running service for every test of the conventions over real HTTP. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=shelf",
            "spring.main.banner-mode=off",
            "server.address=127.0.0.1",
            "management.server.port=0",
            "management.server.address=127.0.0.1",
            "tollgate.http.idempotency.secret=a secret of the tests, thirty-two characters",
            "tollgate.database.url=r2dbc:h2:mem:///shelf"
        })
public abstract class ShelfTest {
    static final String GOOD =
            """
            {"lines":[{"sku":"tea","quantity":2}],"total":{"amount":1234,"currency":"EUR"}}""";

    protected static final TestCallers CALLERS = TestCallers.of("shelf");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    protected WebTestClient http;

    @LocalServerPort
    protected int port;

    @LocalManagementPort
    int managementPort;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("tollgate.http.caller-jwks", TestCallers::jwks);
    }

    protected WebTestClient as(String bearer) {
        return http.mutate()
                .responseTimeout(PATIENCE)
                .defaultHeader(HttpHeaders.AUTHORIZATION, bearer)
                .build();
    }

    protected WebTestClient asAnn() {
        return as(CALLERS.bearer("cli_books", "usr_ann", "shelf:read"));
    }

    protected static BodyContentSpec problem(ResponseSpec response, int status, String type) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/" + type)
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
