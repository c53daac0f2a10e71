package io.tollgate.users.credential.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.users.credential.HashingBusy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class Argon2PasswordsTest {
    private static final HashingProperties SMALL = new HashingProperties(19456, 2, 1, 1, 2);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HashingThreads threads = new HashingThreads(SMALL, meters);
    private final Argon2Passwords passwords = new Argon2Passwords(SMALL, threads, meters);

    @AfterEach
    void stop() {
        threads.destroy();
    }

    @Test
    void a_password_matches_its_hash_and_no_other() {
        passwords
                .hash("tea for two")
                .flatMapMany(hash -> Flux.concat(
                        passwords.matches("tea for two", Optional.of(hash)),
                        passwords.matches("tea for one", Optional.of(hash))))
                .as(StepVerifier::create)
                .expectNext(true, false)
                .verifyComplete();
    }

    @Test
    void with_nobody_to_compare_it_hashes_all_the_same() {
        passwords
                .matches("tea for two", Optional.empty())
                .as(StepVerifier::create)
                .expectNext(false)
                .verifyComplete();

        assertThat(meters.timer("users.password.hashes").count()).isEqualTo(1);
    }

    @Test
    void more_than_may_wait_are_refused_at_once_and_the_others_served() {
        Flux.range(0, 20)
                .flatMap(
                        i -> passwords.hash("tea " + i).map(hash -> "hashed").onErrorReturn(HashingBusy.class, "busy"),
                        20)
                .collectList()
                .as(StepVerifier::create)
                .assertNext(outcomes -> assertThat(outcomes)
                        .hasSize(20)
                        .contains("busy")
                        .filteredOn("hashed"::equals)
                        .hasSizeBetween(3, 10))
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }
}
