package io.tollgate.orders.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.orders.OrdersOverHttp;
import io.tollgate.orders.order.LiveStreams;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Following an order. */
class EventsControllerTest extends OrdersOverHttp {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private LiveStreams streams;

    @Test
    void what_happened_and_what_happens_comes_until_the_end() {
        String order = placed(order(cup, 1));

        told(follow(customer(), order, null))
                .as(StepVerifier::create)
                .assertNext(event -> {
                    assertThat(event.id()).isEqualTo("10");
                    assertThat(event.event()).isEqualTo("placed");
                    assertThat(event.data().path("status").asText()).isEqualTo("PLACED");
                })
                .then(() -> cancel(customer(), order, ids.next("key")).expectBody())
                .assertNext(event -> assertThat(event.event()).isEqualTo("canceled"))
                .expectComplete()
                .verify(SOON);
        await().atMost(SOON).until(() -> streams.count() == 0);
    }

    @Test
    void who_comes_again_gets_what_is_new_and_then_learns_that_there_is_no_more() {
        String order = placed(order(cup, 1));
        cancel(customer(), order, ids.next("key")).expectBody();

        told(follow(customer(), order, "10"))
                .map(ServerSentEvent::id)
                .as(StepVerifier::create)
                .expectNext("20")
                .expectComplete()
                .verify(SOON);
        follow(customer(), order, "20").expectStatus().isNoContent();
    }

    @Test
    void a_stream_says_that_it_is_alive() {
        String order = placed(order(cup, 1));

        stream(follow(customer(), order, "10"))
                .map(event -> Objects.requireNonNull(event.comment()))
                .as(StepVerifier::create)
                .expectNext("heartbeat", "heartbeat")
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void a_stream_begins_with_a_heartbeat_whatever_there_is_to_tell() {
        String order = placed(order(cup, 1));

        stream(follow(customer(), order, null))
                .as(StepVerifier::create)
                .assertNext(event -> assertThat(event.comment()).isEqualTo("heartbeat"))
                .assertNext(event -> assertThat(event.id()).isEqualTo("10"))
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void a_user_follows_so_many_at_a_time_and_one_more_when_one_has_ended() {
        String order = placed(order(cup, 1));
        List<Disposable> following = IntStream.range(0, 3)
                .mapToObj(i -> stream(follow(customer(), order, null)).subscribe())
                .toList();
        await().atMost(SOON).until(() -> streams.count() == 3);

        follow(customer(), order, null)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/too-many-streams");
        following.forEach(Disposable::dispose);
        await().atMost(SOON).until(() -> streams.count() == 0);
        told(follow(customer(), order, null))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void those_who_follow_hold_no_connection() {
        String order = placed(order(cup, 1));
        List<Disposable> following = IntStream.range(0, 60)
                .mapToObj(i -> CALLERS.bearer(CLIENT, ids.next("usr"), List.of("support"), "orders:read"))
                .map(office -> stream(follow(office, order, null)).subscribe())
                .toList();
        await().atMost(SOON).until(() -> streams.count() == 60);

        IntStream.range(0, 5).forEach(i -> placed(order(cup, 1)));

        following.forEach(Disposable::dispose);
        await().atMost(SOON).until(() -> streams.count() == 0);
    }

    @Test
    void somebody_elses_order_cannot_be_followed_nor_from_where_nothing_was() {
        String order = placed(order(cup, 1));

        follow(bearer(CLIENT, ids.next("usr")), order, null).expectStatus().isNotFound();
        follow(customer(), order, "yesterday").expectStatus().isBadRequest();
    }

    private ResponseSpec follow(String bearer, String order, String lastEventId) {
        return http.mutate()
                .responseTimeout(SOON)
                .build()
                .get()
                .uri("/v1/orders/" + order + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_PROBLEM_JSON)
                .headers(headers -> headers.set("Authorization", bearer))
                .headers(headers -> {
                    if (lastEventId != null) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .exchange();
    }

    private static Flux<ServerSentEvent<JsonNode>> told(ResponseSpec response) {
        return stream(response).filter(event -> event.id() != null);
    }

    private static Flux<ServerSentEvent<JsonNode>> stream(ResponseSpec response) {
        return response.expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                .getResponseBody();
    }
}
