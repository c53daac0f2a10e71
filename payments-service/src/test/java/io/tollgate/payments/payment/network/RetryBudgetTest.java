package io.tollgate.payments.payment.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RetryBudgetTest {
    private static final int RESERVE = 10;
    private final RetryBudget budget = new RetryBudget(20, RESERVE);

    @Test
    void however_many_calls_fail_a_fifth_of_them_is_tried_again_at_most() {
        AtomicInteger sent = new AtomicInteger();
        for (int call = 0; call < 1_000; call++) {
            failsTwice(sent);
        }

        assertThat(sent.get()).isBetween(1_000 + 200, 1_000 + 200 + RESERVE);
    }

    @Test
    void what_is_saved_up_is_bounded() {
        IntStream.range(0, 10_000).forEach(call -> budget.payIn());

        assertThat(IntStream.range(0, 100).filter(retry -> budget.takeOut()).count())
                .isEqualTo(RESERVE);
    }

    private void failsTwice(AtomicInteger sent) {
        Mono<Object> attempt = Mono.error(() -> new IllegalStateException("broken " + sent.incrementAndGet()));
        new GuardedCall(budget).withinBudget(attempt).retry(1).onErrorComplete().block();
    }
}
