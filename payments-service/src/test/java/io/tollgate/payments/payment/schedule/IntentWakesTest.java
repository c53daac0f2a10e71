package io.tollgate.payments.payment.schedule;

import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.Step;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class IntentWakesTest {
    private static final IntentKey KEY = IntentKey.of(PAYMENT, Step.CAPTURE);

    private final IntentWakes wakes = new IntentWakes();

    @Test
    void a_signal_that_nobody_hears_is_no_failure_of_whoever_sent_it() {
        assertThatCode(() -> wakes.wake(KEY)).doesNotThrowAnyException();
    }

    @Test
    void signals_sent_at_the_same_time_are_all_heard() {
        wakes.heard()
                .take(500)
                .as(StepVerifier::create)
                .then(() -> IntStream.range(0, 500).parallel().forEach(i -> wakes.wake(KEY)))
                .expectNextCount(500)
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void a_flood_is_cut_and_harms_nobody() {
        wakes.heard()
                .as(subscriber -> StepVerifier.create(subscriber, 0))
                .then(() -> IntStream.range(0, 5_000).forEach(i -> wakes.wake(KEY)))
                .thenRequest(10)
                .expectNextCount(10)
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }
}
