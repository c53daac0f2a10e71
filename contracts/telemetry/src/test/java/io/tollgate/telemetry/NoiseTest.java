package io.tollgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.insights.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.test.StepVerifier;

class NoiseTest {

    private static Receiver receiver;
    private static ConfigurableApplicationContext shop;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        receiver = new Receiver(data);
        shop = ShopApplication.start(Map.of(
                "tollgate.telemetry.connection-string", receiver.connectionString(), "TOLLGATE_TRACE_DELAY", "50ms"));
    }

    @AfterAll
    static void stop() throws Exception {
        shop.close();
        receiver.close();
    }

    @Test
    void polls_feeds_probes_and_scrapes_leave_no_trace() throws Exception {
        ShopApplication.Shop rooms = shop.getBean(ShopApplication.Shop.class);
        rooms.addLine("polled").as(StepVerifier::create).expectNext(1L).verifyComplete();
        rooms.stock("polled").as(StepVerifier::create).expectNext("1").verifyComplete();
        for (String path : List.of("/healthz", "/readyz", "/health/liveness", "/metrics", "/info")) {
            assertThat(Receiver.get(url("management", path)).statusCode()).isEqualTo(200);
        }

        Receiver.get(url("server", "/stock/asked-for"));

        List<Span> spans = await().until(receiver::everything, found -> found.size() >= 2);
        assertThat(spans).extracting(Span::name).containsExactlyInAnyOrder("GET /stock/{id}", "SELECT cart_line");
    }

    private static String url(String server, String path) {
        return "http://127.0.0.1:" + ShopApplication.port(shop, server) + path;
    }
}
