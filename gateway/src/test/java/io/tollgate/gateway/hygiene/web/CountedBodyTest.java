package io.tollgate.gateway.hygiene.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.hygiene.BadRequest;
import io.tollgate.gateway.hygiene.BadRequestRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What a body that never comes whole ends with; circuit breakers leave out just that. */
class CountedBodyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Test
    void a_client_that_goes_away_in_the_midst_of_it_has_broken_it() {
        Flux<DataBuffer> brokenOff = half().concatWith(Flux.error(new IOException("Connection reset by peer")));

        StepVerifier.create(counted(brokenOff))
                .expectNextCount(1)
                .verifyErrorSatisfies(error -> assertReason(error, BadRequest.BROKEN_BODY));
    }

    @Test
    void a_client_that_never_ends_it_is_late() {
        StepVerifier.withVirtualTime(() -> counted(half().concatWith(Flux.never())))
                .expectNextCount(1)
                .thenAwait(PATIENCE)
                .verifyErrorSatisfies(error -> assertReason(error, BadRequest.LATE_BODY));
    }

    private static void assertReason(Throwable error, BadRequest reason) {
        assertThat(error).isInstanceOfSatisfying(BadRequestRefused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }

    private static Flux<DataBuffer> half() {
        return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap("{\"na".getBytes(StandardCharsets.UTF_8)));
    }

    private static Flux<DataBuffer> counted(Flux<DataBuffer> body) {
        return new CountedBody(MockServerHttpRequest.post("/").body(body), 1024, PATIENCE).getBody();
    }
}
