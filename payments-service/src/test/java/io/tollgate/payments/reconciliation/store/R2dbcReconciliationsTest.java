package io.tollgate.payments.reconciliation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.StoreTest;
import io.tollgate.payments.Tables;
import io.tollgate.payments.reconciliation.Difference;
import io.tollgate.payments.reconciliation.Reconciliations;
import io.tollgate.payments.reconciliation.Result;
import io.tollgate.testing.MutableClock;
import io.tollgate.values.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcReconciliationsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-03");
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Result FOUND = new Result(
            412,
            List.of(
                    new Difference(
                            Difference.Kind.AMOUNT,
                            "pay_1-capture",
                            "pay_1",
                            Optional.of(Money.of(4390, "EUR")),
                            Optional.of(Money.of(4391, "EUR"))),
                    new Difference(
                            Difference.Kind.MISSING,
                            "pay_2-capture",
                            "pay_2",
                            Optional.of(Money.of(1250, "EUR")),
                            Optional.empty())));

    @Autowired
    Reconciliations reconciliations;

    @Autowired
    MutableClock clock;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void empty() {
        Tables.empty(database);
    }

    @Test
    void a_day_is_made_by_one_of_many_and_once() {
        Flux.range(0, 10)
                .flatMap(i -> reconciliations.ensure(DAY).subscribeOn(Schedulers.parallel()), 10)
                .blockLast();
        Flux.range(0, 10)
                .flatMap(i -> reconciliations.claim(CLAIM).subscribeOn(Schedulers.parallel()), 10)
                .as(StepVerifier::create)
                .expectNext(DAY)
                .verifyComplete();

        reconciliations.finish(DAY, FOUND).block();
        reconciliations.ensure(DAY).block();
        reconciliations.claim(CLAIM).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void what_was_found_is_kept_until_something_else_is() {
        reconciliations.request(DAY).block();
        assertThat(reconciliations.find(DAY).block().pending()).isTrue();
        reconciliations.finish(DAY, FOUND).block();
        assertThat(reconciliations.find(DAY).block().result()).isEqualTo(FOUND);
        assertThat(reconciliations.differencesSince(DAY).block())
                .isEqualTo(Map.of(Difference.Kind.AMOUNT, 1L, Difference.Kind.MISSING, 1L));

        reconciliations.request(DAY).block();
        assertThat(reconciliations.claim(CLAIM).block()).isEqualTo(DAY);
        reconciliations.finish(DAY, new Result(414, List.of())).block();
        assertThat(reconciliations.find(DAY).block().result()).isEqualTo(new Result(414, List.of()));
        assertThat(reconciliations.find(DAY).block().finishedAt()).contains(clock.instant());
        assertThat(reconciliations.differencesSince(DAY).block()).isEmpty();
    }

    @Test
    void a_day_without_its_file_is_due_again_later_and_a_claim_runs_out() {
        reconciliations.request(DAY).block();
        reconciliations.claim(CLAIM).block();
        reconciliations.postpone(DAY, Duration.ofMinutes(1)).block();
        reconciliations.claim(CLAIM).as(StepVerifier::create).verifyComplete();
        clock.advance(Duration.ofMinutes(1));
        assertThat(reconciliations.claim(CLAIM).block()).isEqualTo(DAY);
        reconciliations.claim(CLAIM).as(StepVerifier::create).verifyComplete();
        clock.advance(CLAIM);
        assertThat(reconciliations.claim(CLAIM).block()).isEqualTo(DAY);
    }

    @Test
    void who_asks_while_a_day_is_compared_waits_for_no_pause_and_gets_a_comparison_that_began_later() {
        reconciliations.request(DAY).block();
        reconciliations.claim(CLAIM).block();
        reconciliations.request(DAY).block();
        reconciliations.claim(CLAIM).as(StepVerifier::create).verifyComplete();
        reconciliations.postpone(DAY, Duration.ofMinutes(1)).block();
        assertThat(reconciliations.claim(CLAIM).block()).isEqualTo(DAY);

        reconciliations.request(DAY).block();
        reconciliations.finish(DAY, FOUND).block();

        assertThat(reconciliations.find(DAY).block().pending()).isTrue();
        assertThat(reconciliations.claim(CLAIM).block()).isEqualTo(DAY);
        reconciliations.finish(DAY, FOUND).block();
        assertThat(reconciliations.find(DAY).block().pending()).isFalse();
    }

    @Test
    void nobody_has_asked_for_other_days() {
        reconciliations.find(DAY).as(StepVerifier::create).verifyComplete();
    }
}
