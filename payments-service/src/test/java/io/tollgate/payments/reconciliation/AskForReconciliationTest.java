package io.tollgate.payments.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.ledger.Account;
import io.tollgate.payments.ledger.Balance;
import io.tollgate.payments.ledger.Booked;
import io.tollgate.payments.ledger.Entry;
import io.tollgate.payments.ledger.Ledger;
import io.tollgate.payments.ledger.Posting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AskForReconciliationTest {
    private static final Instant FIRST = Instant.parse("2026-05-04T00:00:01Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-14T23:59:59Z"), ZoneOffset.UTC);

    private final List<LocalDate> requested = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-03", "2026-05-04", "2026-05-14"})
    void a_day_with_payments_is_compared_and_the_one_before_whose_midnight_may_be_another(String day) {
        ask(Optional.of(FIRST), day).as(StepVerifier::create).expectNextCount(1).verifyComplete();

        assertThat(requested).containsExactly(LocalDate.parse(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-02", "1970-01-01", "-999999999-01-01"})
    void a_day_before_the_first_payment_is_refused(String day) {
        ask(Optional.of(FIRST), day)
                .as(StepVerifier::create)
                .expectError(DayBeforeFirstPayment.class)
                .verify();

        assertThat(requested).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-15", "9999-12-31", "+999999999-12-31"})
    void a_day_that_has_not_begun_is_refused(String day) {
        ask(Optional.of(FIRST), day)
                .as(StepVerifier::create)
                .expectError(DayNotBegun.class)
                .verify();

        assertThat(requested).isEmpty();
    }

    @Test
    void before_the_first_payment_of_all_today_and_yesterday_can_be_compared() {
        ask(Optional.empty(), "2026-05-13")
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        ask(Optional.empty(), "2026-05-12")
                .as(StepVerifier::create)
                .expectError(DayBeforeFirstPayment.class)
                .verify();
    }

    private Mono<Reconciliation> ask(Optional<Instant> opened, String day) {
        ReconciliationProperties properties = new ReconciliationProperties(LocalTime.of(2, 0), Duration.ofSeconds(2));
        return new AskForReconciliation(new Asked(), new OpenedLedger(opened), properties, CLOCK)
                .handle(LocalDate.parse(day));
    }

    private final class Asked implements Reconciliations {
        @Override
        public Mono<Void> ensure(LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> request(LocalDate day) {
            return Mono.fromRunnable(() -> requested.add(day));
        }

        @Override
        public Mono<LocalDate> claim(Duration forAtMost) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> postpone(LocalDate day, Duration pause) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> finish(LocalDate day, Result result) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Reconciliation> find(LocalDate day) {
            return Mono.just(
                    new Reconciliation(day, true, CLOCK.instant(), Optional.empty(), new Result(0, List.of())));
        }

        @Override
        public Mono<Map<Difference.Kind, Long>> differencesSince(LocalDate day) {
            throw new UnsupportedOperationException();
        }
    }

    /** Knows only since when. */
    private record OpenedLedger(Optional<Instant> since) implements Ledger {
        @Override
        public Mono<Void> post(List<Posting> postings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<Balance> balances() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<Entry> entries(Account account, Optional<Long> before, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Instant> opened() {
            return Mono.justOrEmpty(since);
        }

        @Override
        public Flux<Booked> booked(Instant from, Instant until) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<Booked> booked(Collection<String> operations) {
            throw new UnsupportedOperationException();
        }
    }
}
