package io.tollgate.users;

import io.tollgate.testing.ApiContract;
import io.tollgate.testing.ServiceBus;
import io.tollgate.testing.TestCallers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The one running service that the tests of rooms share; every exchange is held against the OpenAPI document. */
@ServiceBus(shared = true)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tollgate.database.url=r2dbc:h2:mem:///users",
            "tollgate.http.idempotency.secret=a secret of the tests, thirty-two characters",
            "users.bootstrap.admin=" + UsersTest.ADMIN_EMAIL + ":" + UsersTest.ADMIN_PASSWORD + ":"
                    + UsersTest.ADMIN_KEY
        })
public abstract class UsersTest {
    protected static final String ADMIN_EMAIL = "Admin@Tollgate.Example";
    protected static final String ADMIN_PASSWORD = "a password: with a colon";
    protected static final String ADMIN_KEY = "tg_live_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
    protected static final TestCallers CALLERS = TestCallers.of("users");
    private static final ApiContract CONTRACT = ApiContract.of("users");

    @Autowired
    protected DatabaseClient database;

    @LocalServerPort
    private int port;

    protected WebTestClient http;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("tollgate.http.caller-jwks", TestCallers::jwks);
    }

    @BeforeEach
    void client() {
        http = WebTestClient.bindToServer()
                .baseUrl(address())
                .responseTimeout(Duration.ofSeconds(20))
                .entityExchangeResultConsumer(CONTRACT.exchangeConsumer())
                .build();
    }

    protected String address() {
        return "http://127.0.0.1:" + port;
    }

    protected ResponseSpec post(String bearer, String uri, Object body) {
        return http.post()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    protected ResponseSpec get(String bearer, String uri) {
        return http.get().uri(uri).header(HttpHeaders.AUTHORIZATION, bearer).exchange();
    }

    protected static String admin() {
        return CALLERS.bearer("cli_desk", "usr_root", List.of("admin"), "clients:write");
    }

    protected static BodyContentSpec problem(ResponseSpec response, int status, String type) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/" + type);
    }
}
