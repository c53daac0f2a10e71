package io.tollgate.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.orders.order.CancelOrder;
import io.tollgate.orders.order.LiveStreams;
import io.tollgate.orders.order.OrderFixtures;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.Orders;
import io.tollgate.orders.order.RecordAnswer;
import io.tollgate.testing.TestCallers;
import io.tollgate.testing.bus.ServiceBus;
import io.tollgate.values.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Many streams over real connections: alive, whole over a cut, and gone when they are over. {@code TOLLGATE_TEST_STREAMS=1000}. On a
 * bus of its own: on the shared one this application would take facts from those of the other tests.
 */
@ServiceBus
@DirtiesContext
@AutoConfigureObservability(metrics = false)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "TOLLGATE_ORDERS_DB_URL=r2dbc:h2:mem:///orders-streams",
            "TOLLGATE_ORDERS_EVENTS_HEARTBEAT=1s",
            // the fixtures are orders of long ago
            "TOLLGATE_ORDERS_DEADLINE_SWEEP=1h",
            "TOLLGATE_ORDERS_EVENTS_PER_USER=100000",
            "TOLLGATE_ORDERS_EVENTS_ALL=100000",
            "TOLLGATE_IDEMPOTENCY_SECRET=a-secret-of-tests-that-is-long-enough"
        })
class ManyStreamsIT {
    private static final int STREAMS = Integer.parseInt(
            Optional.ofNullable(System.getenv("TOLLGATE_TEST_STREAMS")).orElse("100"));
    private static final int ORDERS = 20;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String BEARER = TestCallers.of("orders")
            .bearer(OrderFixtures.BUYER.clientId(), OrderFixtures.BUYER.userId(), "orders:read");

    @Autowired
    private Orders orders;

    @Autowired
    private RecordAnswer recordAnswer;

    @Autowired
    private CancelOrder cancelOrder;

    @Autowired
    private LiveStreams streams;

    @Autowired
    private Ids ids;

    @LocalServerPort
    private int port;

    private WebClient http;
    private List<OrderId> waiting;

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) {
        registry.add("TOLLGATE_CALLER_JWKS", TestCallers::jwks);
    }

    @BeforeEach
    void some_orders_wait_for_their_payment() {
        ConnectionProvider connections = ConnectionProvider.builder("streams")
                .maxConnections(STREAMS)
                .pendingAcquireMaxCount(STREAMS)
                .build();
        http = WebClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)))
                .defaultHeader(HttpHeaders.AUTHORIZATION, BEARER)
                .build();
        waiting = IntStream.range(0, ORDERS).mapToObj(i -> waiting()).toList();
    }

    @Test
    void all_are_kept_alive_miss_nothing_over_a_cut_and_leave_nothing(TestReporter reporter) {
        long before = usedKilobytes();
        List<Follower> staying = following(STREAMS - STREAMS / 2, null);
        List<Follower> cut = following(STREAMS / 2, null);
        List<Follower> all = new ArrayList<>(staying);
        all.addAll(cut);
        awaitAll(all, follower -> follower.seen.size() == 1);
        long during = usedKilobytes();
        awaitAll(all, follower -> follower.beats.get() >= 4);

        cut.forEach(Follower::leave);
        await().atMost(SOON).until(() -> streams.count() == staying.size());
        waiting.forEach(this::cancel);

        awaitAll(staying, follower -> follower.ended);
        assertThat(staying).allMatch(follower -> follower.events().equals(List.of("stock-reserved", "canceled")));
        List<Follower> again = following(cut.size(), cut.get(0).seen.get(0).id());
        awaitAll(again, follower -> follower.ended);
        assertThat(again).allMatch(follower -> follower.events().equals(List.of("canceled")));
        await().atMost(SOON).until(() -> streams.count() == 0);
        reporter.publishEntry(Map.of(
                "streams",
                String.valueOf(STREAMS),
                "KB of heap for both ends of one",
                String.valueOf((during - before) / STREAMS),
                "KB left",
                String.valueOf(usedKilobytes() - before)));
    }

    private OrderId waiting() {
        OrderId id = new OrderId(ids.next("ord"));
        orders.add(OrderFixtures.aPlacedOrder(id, OrderFixtures.BUYER)).block();
        recordAnswer.handle(id, OrderFixtures.stockReserved(), "a fact").block();
        return id;
    }

    private void cancel(OrderId id) {
        cancelOrder
                .handle(OrderFixtures.self(OrderFixtures.BUYER), id, "a request")
                .block();
    }

    private List<Follower> following(int count, String lastEventId) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Follower(http, waiting.get(i % ORDERS), lastEventId))
                .toList();
    }

    private static void awaitAll(List<Follower> followers, Predicate<Follower> state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(followers).allMatch(state));
    }

    private static long usedKilobytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    }

    /** One who follows an order, and what it was told. */
    private static final class Follower {
        private final List<ServerSentEvent<JsonNode>> seen = new CopyOnWriteArrayList<>();
        private final AtomicInteger beats = new AtomicInteger();
        private final Disposable stream;
        private volatile boolean ended;
        private volatile Throwable failure;

        Follower(WebClient http, OrderId order, String lastEventId) {
            stream = http.get()
                    .uri("/v1/orders/" + order + "/events")
                    .headers(headers ->
                            Optional.ofNullable(lastEventId).ifPresent(last -> headers.set("Last-Event-ID", last)))
                    .retrieve()
                    .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                    .doOnComplete(() -> ended = true)
                    .subscribe(this::hear, broken -> failure = broken);
        }

        private void hear(ServerSentEvent<JsonNode> event) {
            if (event.id() == null) {
                beats.incrementAndGet();
            } else {
                seen.add(event);
            }
        }

        @Override
        public String toString() {
            return events() + " and " + beats + " heartbeats, ended " + ended + ", failed " + failure;
        }

        void leave() {
            stream.dispose();
        }

        List<String> events() {
            return seen.stream().map(ServerSentEvent::event).toList();
        }
    }
}
