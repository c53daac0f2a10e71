package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tollgate.testing.MutableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class RemoteKeysTest {
    private static final RemoteKeys.Times TIMES = new RemoteKeys.Times(
            Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofHours(24), Duration.ofSeconds(2));
    private static final ECKey MAY = key("may");
    private static final ECKey JUNE = key("june");

    private final MutableClock clock = MutableClock.atNoon();
    private final AtomicInteger read = new AtomicInteger();
    private Mono<JWKSet> published = Mono.just(new JWKSet(MAY));
    private final RemoteKeys keys =
            new RemoteKeys(Mono.defer(() -> published).doOnSubscribe(s -> read.incrementAndGet()), TIMES, clock);

    @Test
    void a_key_is_read_once_however_often_it_is_needed_and_never_with_its_private_part() {
        for (int i = 0; i < 3; i++) {
            keys.find("may")
                    .as(StepVerifier::create)
                    .assertNext(key -> assertThat(key.isPrivate()).isFalse())
                    .verifyComplete();
        }

        assertThat(read).hasValue(1);
    }

    @Test
    void many_who_wait_share_one_reading() {
        Sinks.One<JWKSet> slow = Sinks.one();
        published = slow.asMono();

        Flux.range(0, 20)
                .flatMap(i -> keys.find("may"), 20)
                .count()
                .as(StepVerifier::create)
                .then(() -> slow.tryEmitValue(new JWKSet(MAY)))
                .expectNext(20L)
                .verifyComplete();
        assertThat(read).hasValue(1);
    }

    @Test
    void a_new_key_is_found_and_names_that_nobody_has_do_not_make_us_ask_for_each() {
        found("may");
        published = Mono.just(new JWKSet(java.util.List.of(MAY, JUNE)));
        for (int i = 0; i < 50; i++) {
            absent("nobody " + i);
        }
        assertThat(read).hasValue(1);

        clock.advance(Duration.ofSeconds(10));
        found("june");
        assertThat(read).hasValue(2);
    }

    @Test
    void while_its_publisher_is_away_the_last_good_keys_are_believed_for_a_day_and_no_longer() {
        found("may");
        published = Mono.error(new IllegalStateException("away"));

        clock.advance(Duration.ofHours(23));
        found("may");
        absent("june");
        assertThat(keys.failures()).isEqualTo(1);

        clock.advance(Duration.ofHours(1));
        keys.find("may").as(StepVerifier::create).verifyError(KeysAway.class);
    }

    @Test
    void an_empty_answer_does_not_replace_good_keys() {
        found("may");
        published = Mono.just(new JWKSet());
        clock.advance(Duration.ofMinutes(6));
        found("may");

        assertThat(keys.failures()).isEqualTo(1);
    }

    @Test
    void what_was_withdrawn_is_no_key_any_more() {
        found("may");
        published = Mono.just(new JWKSet(JUNE));
        clock.advance(Duration.ofMinutes(5));

        absent("may");
    }

    @Test
    void before_the_first_reading_nobody_knows() {
        published = Mono.error(new IllegalStateException("away"));

        keys.find("may").as(StepVerifier::create).verifyError(KeysAway.class);
        keys.find("may").as(StepVerifier::create).verifyError(KeysAway.class);
        assertThat(read).hasValue(1);
    }

    private void found(String kid) {
        keys.find(kid).as(StepVerifier::create).expectNextCount(1).verifyComplete();
    }

    private void absent(String kid) {
        keys.find(kid).as(StepVerifier::create).verifyComplete();
    }

    private static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }
}
