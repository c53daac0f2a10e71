package io.tollgate.workers.thirdparty.network;

import static io.tollgate.workers.thirdparty.ShipmentFixtures.PARCEL;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.RECEIPT;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.SHIPMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.tollgate.workers.thirdparty.CarrierAnswer;
import io.tollgate.workers.thirdparty.CarrierFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Against a server that says what it likes, byte by byte. */
class CarrierClientTest {
    private static final String BOOKED =
            "{\"id\":\"parcel_1\",\"carrier\":\"Sandbox Parcel\",\"trackingNumber\":\"SP7K2M9QX4T1\",\"status\":\"booked\"}";
    private static final String HANGS = "";

    private final List<Socket> hanging = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private volatile String answer = HANGS;

    @BeforeEach
    void a_server_answers() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "odd-carrier");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void the_server_goes() throws IOException {
        server.close();
        for (Socket socket : hanging) {
            socket.close();
        }
    }

    @Test
    void a_clear_answer_is_a_booking() {
        answer = whole("201 Created", BOOKED);

        book().expectNext(new CarrierAnswer.Booked(RECEIPT)).verifyComplete();
    }

    @Test
    void an_answer_that_is_cut_is_none() {
        answer = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"
                + BOOKED.substring(0, 40);

        inDoubt(book());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"booked\"",
                "{\"id\":",
                "{\"id\":\"parcel_1\"}",
                "{\"id\":{\"a\":1},\"carrier\":[],\"trackingNumber\":null,\"status\":\"booked\"}",
                "<html>sign in</html>",
                "null"
            })
    void a_booking_that_does_not_say_what_was_booked_is_none(String body) {
        answer = whole("201 Created", body);

        inDoubt(book());
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Oops", "503 Away", "302 Found", "404 Not Found", "429 Slow", "200 OK"})
    void any_other_status_leaves_a_booking_in_doubt(String status) {
        answer = whole(status, BOOKED);

        inDoubt(book());
    }

    @Test
    void a_connection_that_closes_without_a_word_is_no_answer() {
        answer = "\r\n";

        inDoubt(book());
    }

    @Test
    void a_carrier_that_hangs_is_given_up() {
        answer = HANGS;

        inDoubt(verify(client(Duration.ofSeconds(1)).book(SHIPMENT, PARCEL)));
    }

    @Test
    void a_page_that_is_not_found_does_not_mean_that_it_never_saw_the_key() {
        answer = whole("404 Not Found", "<html>no such page</html>");
        inDoubt(ask());

        answer = whole("404 Not Found", "{\"code\":\"not_found\"}");
        inDoubt(ask());

        answer = whole("404 Not Found", "{\"code\":\"unknown_key\"}");
        ask().expectNext(new CarrierAnswer.NeverSeen()).verifyComplete();
    }

    @Test
    void a_cancellation_that_says_nothing_clear_is_asked_again() {
        answer = whole("201 Created", "{}");
        inDoubt(verify(client().cancel(SHIPMENT, "parcel_1")));

        answer = whole("500 Oops", "{\"status\":\"canceled\"}");
        inDoubt(verify(client().cancel(SHIPMENT, "parcel_1")));
    }

    private StepVerifier.FirstStep<CarrierAnswer> book() {
        return verify(client().book(SHIPMENT, PARCEL));
    }

    private StepVerifier.FirstStep<CarrierAnswer> ask() {
        return verify(client().ask(SHIPMENT));
    }

    private static StepVerifier.FirstStep<CarrierAnswer> verify(Mono<CarrierAnswer> call) {
        return StepVerifier.create(call);
    }

    /** And what it says of it quotes neither what was sent nor what was received. */
    private static void inDoubt(StepVerifier.FirstStep<CarrierAnswer> call) {
        call.expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(CarrierFailure.class)
                        .message()
                        .doesNotContain("parcel_1", "Lindgren", "html", "s3cret"))
                .verify(Duration.ofSeconds(20));
    }

    /** Patient: the first call of a JVM loads classes, on a machine that may be busy. */
    private CarrierClient client() {
        return client(Duration.ofSeconds(15));
    }

    private CarrierClient client(Duration patience) {
        TimeLimiterConfig limit =
                TimeLimiterConfig.custom().timeoutDuration(patience).build();
        Guard guard = new Guard(
                TimeLimiterRegistry.of(limit),
                CircuitBreakerRegistry.ofDefaults(),
                RetryRegistry.of(RetryConfig.custom().maxAttempts(1).build()));
        return new CarrierClient(
                WebClient.builder(),
                new CarrierProperties("http://127.0.0.1:" + server.getLocalPort(), "s3cret"),
                guard);
    }

    private static String whole(String status, String body) {
        return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, body.length(), body);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                answer(server.accept());
            } catch (IOException closed) {
                // the test is over, or the client went
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        int length = 0;
        for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            }
        }
        for (int read = 0; read < length && request.read() >= 0; read++) {}
        if (answer.equals(HANGS)) {
            hanging.add(socket);
            return;
        }
        socket.getOutputStream()
                .write(answer.trim().isEmpty() ? new byte[0] : answer.getBytes(StandardCharsets.US_ASCII));
        socket.close();
    }
}
