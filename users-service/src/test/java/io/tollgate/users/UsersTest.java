package io.tollgate.users;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.testing.ApiContract;
import io.tollgate.testing.TestCallers;
import io.tollgate.testing.bus.ServiceBus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
            // what the tests have from years ago is theirs
            "users.registration.tidy=1d",
            "users.usage.tidy=1d",
            "users.refusals.tidy=1d",
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

    @Autowired
    protected MeterRegistry meters;

    @LocalServerPort
    private int port;

    protected WebTestClient http;
    protected Mailbox mails;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("tollgate.http.caller-jwks", TestCallers::jwks);
    }

    /** Who comes before the first administrator would keep him out of the house. */
    @BeforeEach
    void client() {
        await().atMost(Duration.ofSeconds(60)).until(() -> count("api_client") > 0);
        mails = new Mailbox(database);
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

    protected ResponseSpec patch(String bearer, String uri, String etag, Object body) {
        return http.patch()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .header(HttpHeaders.IF_MATCH, etag)
                .contentType(MediaType.valueOf("application/merge-patch+json"))
                .bodyValue(body)
                .exchange();
    }

    protected ResponseSpec delete(String bearer, String uri, String etag) {
        return http.delete()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .headers(headers -> headers.set(HttpHeaders.IF_MATCH, etag))
                .exchange();
    }

    /** The ETag of what is there now. */
    protected String tag(String bearer, String uri) {
        return get(bearer, uri)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst(HttpHeaders.ETAG);
    }

    /** A name that no other test has. In few digits: of many, one in ten is a card's number, and refused. */
    protected static String unique(String name) {
        return name + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    }

    /** Somebody who registered and proved the address. */
    protected Customer customer(String email) {
        register(email, Customer.PASSWORD);
        verify(mails.lastToken(email)).expectStatus().isOk();
        return new Customer(idOf(email), email);
    }

    /** Made anew each time: a token lives for five minutes, a slow run longer. */
    protected static String shop() {
        return CALLERS.bearer("cli_shop", null, "users:register", "users:read");
    }

    protected void register(String email, String password) {
        post(shop(), "/v1/users", Map.of("email", email, "password", password, "name", "Ann Example"))
                .expectStatus()
                .isAccepted();
    }

    protected ResponseSpec verify(String token) {
        return post(shop(), "/v1/users/verifications", Map.of("token", token));
    }

    protected ResponseSpec signIn(String email, String password) {
        return post(CALLERS.internal(), "/internal/v1/passwords/verify", Map.of("email", email, "password", password));
    }

    protected String idOf(String email) {
        return database.sql("SELECT id FROM user_account WHERE email = :email")
                .bind("email", email)
                .map(row -> row.get("id", String.class))
                .one()
                .block();
    }

    protected long count(String what) {
        return database.sql("SELECT COUNT(*) FROM " + what)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    protected long hashes() {
        return meters.timer("users.password.hashes").count();
    }

    /** Somebody with an account of the tests. */
    public record Customer(String id, String email) {
        public static final String PASSWORD = "correct horse battery";

        public String bearer() {
            return CALLERS.bearer("cli_shop", id, List.of("customer"), "users:read", "users:write");
        }
    }

    protected static String admin() {
        return CALLERS.bearer("cli_desk", "usr_root", List.of("admin"), "clients:read", "clients:write", "users:admin");
    }

    protected static BodyContentSpec problem(ResponseSpec response, int status, String type) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/" + type);
    }
}
