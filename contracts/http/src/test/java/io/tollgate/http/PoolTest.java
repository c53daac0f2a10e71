package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Few connections, many callers, of whom many leave. */
@TestPropertySource(
        properties = {
            "tollgate.database.url=r2dbc:h2:mem:///shelf-pool",
            "tollgate.database.pool.max-size=4",
            "tollgate.database.pool.acquire-timeout=1s",
            "tollgate.database.pool.connect-timeout=500ms"
        })
class PoolTest extends ShelfTest {
    private static final int CALLERS_WHO_LEAVE = 10_000;
    private static final String ANN = CALLERS.bearer("cli_books", "usr_ann");

    @Autowired
    ConnectionPool pool;

    @Test
    void who_gets_no_connection_in_time_is_told_to_come_back() {
        List<Connection> taken =
                Flux.range(0, 4).flatMap(i -> pool.create()).collectList().block();
        try {
            asAnn().get()
                    .uri("/v1/rows")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("https://tollgate.io/problems/unavailable");
        } finally {
            Flux.fromIterable(taken).flatMap(Connection::close).blockLast();
        }
        asAnn().get().uri("/v1/rows").exchange().expectStatus().isOk();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void those_who_leave_leave_their_connections_behind() {
        WebClient client = WebClient.create("http://127.0.0.1:" + port);
        Random chance = new Random(42);

        Flux.range(0, CALLERS_WHO_LEAVE)
                .flatMap(i -> leaveAfter(client, Duration.ofMillis(1 + chance.nextInt(12))), 64)
                .blockLast(Duration.ofMinutes(4));

        PoolMetrics metrics = pool.getMetrics().orElseThrow();
        await().untilAsserted(() -> {
            assertThat(metrics.acquiredSize()).isZero();
            assertThat(metrics.pendingAcquireSize()).isZero();
            // who left while a connection was made leaves it to the pool a moment later
            assertThat(metrics.idleSize()).isEqualTo(metrics.allocatedSize());
        });
        for (int i = 0; i < 8; i++) {
            asAnn().get().uri("/v1/rows").exchange().expectStatus().isOk();
        }
    }

    private static Mono<Void> leaveAfter(WebClient client, Duration patience) {
        return client.get()
                .uri("/v1/rows")
                .header(HttpHeaders.AUTHORIZATION, ANN)
                .retrieve()
                .toBodilessEntity()
                .then()
                .takeUntilOther(Mono.delay(patience))
                .onErrorComplete();
    }
}
