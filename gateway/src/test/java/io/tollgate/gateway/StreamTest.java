package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Sinks;

/** Answers that go on: each piece is there when the service has said it, and the deadline of others is not theirs. */
@TestPropertySource(
        properties = {
            "tollgate.gateway.routing.deadline=1500ms",
            "tollgate.gateway.routing.upstream-timeout=1s",
            "tollgate.gateway.routing.connect-timeout=200ms",
            "tollgate.gateway.routing.backoff=50ms"
        })
class StreamTest extends RunningGateway {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A gateway that has just started needs more time for its first caller than it gives here. */
    @BeforeEach
    void is_known() {
        await().until(() -> send(signedIn("/v1/orders")).statusCode() == 200);
    }

    @Test
    void a_heartbeat_is_there_as_soon_as_the_service_has_said_it_and_long_after_the_deadline() throws Exception {
        Sinks.Many<String> said = Sinks.many().replay().all();
        ORDERS.streams(said.asFlux());
        said.tryEmitNext(":hello\n\n");

        try (BufferedReader heard = lines(open().body())) {
            assertThat(next(heard)).isEqualTo(":hello");
            for (int i = 0; i < 4; i++) {
                await().pollDelay(Duration.ofMillis(500)).until(() -> true);
                said.tryEmitNext(":heartbeat " + i + "\n\n");
                assertThat(next(heard)).isEqualTo(":heartbeat " + i);
            }
            said.tryEmitComplete();
            assertThat(next(heard)).isNull();
        }
    }

    @Test
    void who_goes_away_is_not_served_any_more() throws Exception {
        AtomicBoolean left = new AtomicBoolean();
        Sinks.Many<String> said = Sinks.many().replay().all();
        ORDERS.streams(said.asFlux().doOnCancel(() -> left.set(true)));
        said.tryEmitNext(":hello\n\n");

        InputStream answer = open().body();
        assertThat(answer.read()).isEqualTo(':');
        answer.close();

        await().atMost(Duration.ofSeconds(10)).untilTrue(left);
    }

    private HttpResponse<InputStream> open() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                http.send(signedIn("/v1/orders/ord_1/events").build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        return answer;
    }

    private static BufferedReader lines(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader heard) throws IOException {
        String line = heard.readLine();
        return line != null && line.isEmpty() ? next(heard) : line;
    }
}
