package io.tollgate.payments.payment.store;

import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.VISA;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.RecordedSignals;
import io.tollgate.payments.StoreTest;
import io.tollgate.payments.Tables;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.Intents;
import io.tollgate.payments.payment.Payments;
import io.tollgate.payments.payment.Step;
import io.tollgate.payments.payment.StoredChanges;
import io.tollgate.testing.MutableClock;
import io.tollgate.values.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcIntentsTest {
    private static final IntentKey AUTHORIZE = IntentKey.of(PAYMENT, Step.AUTHORIZE);
    private static final Duration CLAIM = Duration.ofSeconds(20);

    @Autowired
    Intents intents;

    @Autowired
    Payments payments;

    @Autowired
    RecordedSignals signals;

    @Autowired
    MutableClock clock;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    @BeforeEach
    void anOrderWasPlaced() {
        Tables.empty(database);
        payments.keep(StoredChanges.ofARefundedPayment().get(0)).block();
        intents.open(AUTHORIZE, Optional.of(VISA)).block();
        signals.forget();
    }

    @Test
    void a_claimed_intent_has_all_that_the_call_needs() {
        Intent claimed = intents.claim(AUTHORIZE, CLAIM).block();

        assertThat(claimed.key()).isEqualTo(AUTHORIZE);
        assertThat(claimed.amount()).isEqualTo(TERMS.amount());
        assertThat(claimed.secret()).contains(VISA);
        assertThat(claimed.authorization()).isEmpty();
        assertThat(claimed.attempt()).isEqualTo(1);
        assertThat(claimed.takenAt()).isEqualTo(clock.instant());
        assertThat(claimed.canceled()).isFalse();
        assertThat(claimed.trace()).contains(StoreTest.Stores.TRACE);
    }

    @Test
    void of_many_who_want_an_intent_one_gets_it() {
        Flux.range(0, 20)
                .flatMap(i -> intents.claim(AUTHORIZE, CLAIM).subscribeOn(Schedulers.parallel()), 20)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void a_claim_runs_out_and_the_next_attempt_counts_on() {
        intents.claim(AUTHORIZE, CLAIM).block();
        intents.claim(AUTHORIZE, CLAIM).as(StepVerifier::create).verifyComplete();
        intents.due(10).as(StepVerifier::create).verifyComplete();

        clock.advance(CLAIM);

        intents.due(10).as(StepVerifier::create).expectNext(AUTHORIZE).verifyComplete();
        assertThat(intents.claim(AUTHORIZE, CLAIM).block().attempt()).isEqualTo(2);
    }

    @Test
    void a_postponed_intent_is_due_again_after_its_pause_or_when_it_is_hastened() {
        intents.claim(AUTHORIZE, CLAIM).block();
        intents.postpone(AUTHORIZE, Duration.ofSeconds(4)).block();
        intents.claim(AUTHORIZE, CLAIM).as(StepVerifier::create).verifyComplete();

        clock.advance(Duration.ofSeconds(4));
        assertThat(intents.claim(AUTHORIZE, CLAIM).block().attempt()).isEqualTo(2);

        intents.postpone(AUTHORIZE, Duration.ofHours(1)).block();
        intents.hasten(PAYMENT).block();
        assertThat(intents.claim(AUTHORIZE, CLAIM).block().attempt()).isEqualTo(3);
    }

    @Test
    void when_it_was_sent_is_known_and_renewed_by_sending_again_only() {
        Intent first = intents.claim(AUTHORIZE, CLAIM).block();
        clock.advance(CLAIM);
        assertThat(intents.claim(AUTHORIZE, CLAIM).block().takenAt()).isEqualTo(first.takenAt());

        intents.taking(AUTHORIZE).block();
        clock.advance(CLAIM);
        assertThat(intents.claim(AUTHORIZE, CLAIM).block().takenAt())
                .isEqualTo(first.takenAt().plus(CLAIM));
    }

    @Test
    void a_settled_intent_is_nobodys_and_has_forgotten_its_token() {
        intents.settle(AUTHORIZE).block();
        clock.advance(CLAIM);

        intents.claim(AUTHORIZE, CLAIM).as(StepVerifier::create).verifyComplete();
        intents.due(10).as(StepVerifier::create).verifyComplete();
        database.sql("SELECT COUNT(*) AS kept FROM payment_intent WHERE secret IS NOT NULL")
                .map(row -> row.get("kept", Long.class))
                .one()
                .as(StepVerifier::create)
                .expectNext(0L)
                .verifyComplete();
    }

    @Test
    void what_is_in_doubt_is_counted_with_its_age() {
        Instant opened = clock.instant();
        clock.advance(CLAIM);
        assertThat(intents.backlog().block()).isEqualTo(new Intents.Backlog(1, Optional.of(opened)));

        intents.settle(AUTHORIZE).block();
        assertThat(intents.backlog().block()).isEqualTo(new Intents.Backlog(0, Optional.empty()));
    }

    @Test
    void a_refund_of_its_own_is_claimed_with_its_amount_and_that_of_a_canceled_order_with_the_rest() {
        StoredChanges.ofAPartlyRefundedPayment()
                .forEach(change -> payments.keep(change).block());
        IntentKey part =
                StoredChanges.ofAPartlyRefundedPayment().get(3).begins().orElseThrow();
        IntentKey rest = IntentKey.of(PAYMENT, Step.REFUND);
        intents.open(part, Optional.empty()).block();
        intents.open(rest, Optional.empty()).block();

        assertThat(intents.claim(part, CLAIM).block().amount()).isEqualTo(Money.of(1250, "EUR"));
        assertThat(intents.claim(rest, CLAIM).block().amount()).isEqualTo(Money.of(3140, "EUR"));
        intents.open(part, Optional.empty()).as(StepVerifier::create).verifyError(DuplicateKeyException.class);
    }

    @Test
    void a_step_is_opened_once_per_payment() {
        intents.open(AUTHORIZE, Optional.of(VISA)).as(StepVerifier::create).verifyError(DuplicateKeyException.class);
    }

    @Test
    void the_runner_is_woken_by_the_commit_and_not_by_a_rollback() {
        IntentKey capture = IntentKey.of(PAYMENT, Step.CAPTURE);
        intents.open(capture, Optional.empty())
                .then(Mono.fromRunnable(() -> assertThat(signals.forget()).isEmpty()))
                .then(Mono.error(new IllegalStateException("rolled back")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("rolled back");
        assertThat(signals.forget()).isEmpty();

        intents.open(capture, Optional.empty()).as(transaction::transactional).block();
        assertThat(signals.forget()).containsExactly(capture);
    }
}
