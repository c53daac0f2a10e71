package io.tollgate.payments.payment.store;

import static io.tollgate.payments.payment.PaymentFixtures.CONFIRM_IN_TIME;
import static io.tollgate.payments.payment.PaymentFixtures.ORDER;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.database.VersionConflict;
import io.tollgate.payments.StoreTest;
import io.tollgate.payments.Tables;
import io.tollgate.payments.payment.Change;
import io.tollgate.payments.payment.Payments;
import io.tollgate.payments.payment.StoredChanges;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcPaymentsTest {
    @Autowired
    Payments payments;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void empty() {
        Tables.empty(database);
    }

    @Test
    void a_payment_is_read_as_it_was_kept_through_all_its_changes() {
        for (Change change : StoredChanges.ofARefundedPayment()) {
            payments.keep(change).as(StepVerifier::create).verifyComplete();
            assertThat(payments.find(PAYMENT).block()).isEqualTo(change.payment());
        }
        assertThat(payments.findByOrder(ORDER).block().status().name()).isEqualTo("REFUNDED");
    }

    @Test
    void a_tombstone_has_no_terms_until_its_order_comes() {
        for (Change change : StoredChanges.ofATombstone()) {
            payments.keep(change).as(StepVerifier::create).verifyComplete();
            assertThat(payments.findByOrder(ORDER).block()).isEqualTo(change.payment());
        }
    }

    @Test
    void refunds_are_kept_with_their_payment_and_what_became_of_them() {
        payments.keep(StoredChanges.ofARefundedPayment().get(0)).block();
        for (Change change : StoredChanges.ofAPartlyRefundedPayment()) {
            payments.keep(change).as(StepVerifier::create).verifyComplete();
            assertThat(payments.find(PAYMENT).block()).isEqualTo(change.payment());
            change.refund().ifPresent(refund -> assertThat(
                            payments.refundsOf(PAYMENT).collectList().block())
                    .containsExactly(refund));
        }
        assertThat(payments.refund(REFUND).block().status().name()).isEqualTo("REFUNDED");
    }

    @Test
    void more_than_was_captured_cannot_be_given_back_whoever_asks() {
        payments.keep(StoredChanges.ofARefundedPayment().get(0)).block();
        StoredChanges.ofAPartlyRefundedPayment().subList(0, 3).forEach(change -> payments.keep(change)
                .block());

        payments.keep(StoredChanges.thatGivesBackTooMuch())
                .as(StepVerifier::create)
                .verifyError(DataIntegrityViolationException.class);
    }

    @Test
    void who_has_to_confirm_is_found_when_the_time_is_over() {
        Instant over = CONFIRM_IN_TIME.expiresAt();
        for (Change change : StoredChanges.ofAPaymentThatNobodyConfirms()) {
            payments.withActionExpired(over, 10)
                    .collectList()
                    .as(StepVerifier::create)
                    .expectNext(change.replacedVersion() == 2 ? List.of(PAYMENT) : List.of())
                    .verifyComplete();
            payments.keep(change).block();
            assertThat(payments.find(PAYMENT).block()).isEqualTo(change.payment());
            payments.withActionExpired(over.minusMillis(1), 10)
                    .as(StepVerifier::create)
                    .verifyComplete();
        }
    }

    @Test
    void there_is_nothing_where_nothing_was_kept() {
        payments.find(PAYMENT).as(StepVerifier::create).verifyComplete();
        payments.findByOrder(ORDER).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void an_order_has_one_payment_and_whoever_comes_second_starts_over() {
        Change first = StoredChanges.ofARefundedPayment().get(0);
        Change other = StoredChanges.ofATombstoneWithAnotherId();
        payments.keep(first).block();

        payments.keep(first).as(StepVerifier::create).verifyError(VersionConflict.class);
        payments.keep(other).as(StepVerifier::create).verifyError(VersionConflict.class);
    }

    @Test
    void a_change_of_what_has_changed_since_is_a_conflict() {
        Change authorized = StoredChanges.ofARefundedPayment().get(1);
        payments.keep(StoredChanges.ofARefundedPayment().get(0)).block();
        payments.keep(authorized).block();

        payments.keep(authorized).as(StepVerifier::create).verifyError(VersionConflict.class);
    }
}
