package io.tollgate.payments.payment;

import static io.tollgate.payments.payment.PaymentFixtures.ACTION_REQUIRED;
import static io.tollgate.payments.payment.PaymentFixtures.CONFIRM_IN_TIME;
import static io.tollgate.payments.payment.PaymentFixtures.DONE;
import static io.tollgate.payments.payment.PaymentFixtures.NEVER_SEEN;
import static io.tollgate.payments.payment.PaymentFixtures.NOON;
import static io.tollgate.payments.payment.PaymentFixtures.ORDER;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever comes in whatever order and however often: no step is taken twice, and nothing rests in doubt. */
class EveryOrderOfArrivalTest {
    private static final int LENGTH = 6;
    private static final Set<PaymentStatus> SETTLED_WHEN_CANCELED = EnumSet.of(
            PaymentStatus.UNSEEN,
            PaymentStatus.DECLINED,
            PaymentStatus.VOIDED,
            PaymentStatus.REFUNDED,
            PaymentStatus.REVERSAL_REFUSED);

    private enum Arrival {
        PLACED,
        CONFIRMED,
        CANCELED,
        DONE,
        REFUSED,
        NEVER_SEEN,
        CODE_WANTED,
        CODE_SENT,
        TIME_OVER
    }

    private static final Set<Arrival> WITHOUT_A_CODE = EnumSet.range(Arrival.PLACED, Arrival.NEVER_SEEN);

    private int histories;

    @Test
    void every_history_of_six_arrivals_ends_settled_with_each_step_begun_once() {
        tryAll(WITHOUT_A_CODE, new ArrayList<>(), LENGTH);

        assertThat(histories).isEqualTo((int) Math.pow(WITHOUT_A_CODE.size(), LENGTH));
    }

    @Test
    void every_history_of_five_arrivals_after_a_code_was_wanted_ends_settled_too() {
        List<Arrival> wanted = new ArrayList<>(List.of(Arrival.PLACED, Arrival.CODE_WANTED));

        tryAll(EnumSet.allOf(Arrival.class), wanted, LENGTH + 1);

        assertThat(histories).isEqualTo((int) Math.pow(Arrival.values().length, LENGTH - 1));
    }

    private void tryAll(Set<Arrival> possible, List<Arrival> arrivals, int length) {
        if (arrivals.size() == length) {
            histories++;
            check(arrivals);
            return;
        }
        for (Arrival next : possible) {
            arrivals.add(next);
            tryAll(possible, arrivals, length);
            arrivals.remove(arrivals.size() - 1);
        }
    }

    private static void check(List<Arrival> arrivals) {
        History history = new History();
        arrivals.forEach(history::arrive);
        while (history.inDoubt().isPresent()) {
            history.arrive(Arrival.DONE);
        }
        history.arrive(Arrival.TIME_OVER);
        while (history.inDoubt().isPresent()) {
            history.arrive(Arrival.DONE);
        }
        assertThat(history.payment.map(Payment::status))
                .as("end of %s", arrivals)
                .isNotEqualTo(Optional.of(PaymentStatus.ACTION_REQUIRED));
        assertThat(history.begun).as("steps begun by %s", arrivals).doesNotHaveDuplicates();
        assertThat(history.versions)
                .as("versions told by %s", arrivals)
                .isSorted()
                .doesNotHaveDuplicates();
        history.payment
                .filter(payment -> payment.decision() == OrderDecision.CANCELED)
                .ifPresent(payment ->
                        assertThat(payment.status()).as("end of %s", arrivals).isIn(SETTLED_WHEN_CANCELED));
    }

    private static final class History {
        private final List<Step> begun = new ArrayList<>();
        private final List<Long> versions = new ArrayList<>();
        private Optional<Payment> payment = Optional.empty();

        Optional<Step> inDoubt() {
            return payment.flatMap(known -> begun.stream()
                    .filter(step -> step.underWay() == known.status())
                    .findFirst());
        }

        void arrive(Arrival arrival) {
            change(arrival).filter(Change::happened).ifPresent(change -> {
                payment = Optional.of(change.payment());
                change.begins().map(IntentKey::step).ifPresent(begun::add);
                change.facts().forEach(fact -> versions.add(fact.version()));
            });
        }

        private Optional<Change> change(Arrival arrival) {
            return switch (arrival) {
                case PLACED ->
                    Optional.of(payment.map(known -> known.placedAgain(TERMS, NOON))
                            .orElseGet(() -> Payment.placed(PAYMENT, ORDER, TERMS, NOON)));
                case CONFIRMED -> Optional.of(decided(OrderDecision.CONFIRMED));
                case CANCELED -> Optional.of(decided(OrderDecision.CANCELED));
                case DONE -> answered(DONE);
                case REFUSED -> answered(refused("already_captured"));
                case NEVER_SEEN -> answered(NEVER_SEEN);
                case CODE_WANTED -> payment.map(known -> known.answered(Step.AUTHORIZE, ACTION_REQUIRED, NOON));
                case CODE_SENT ->
                    payment.filter(known -> known.awaitsAction(NOON)).map(known -> known.confirmed(NOON));
                case TIME_OVER -> payment.map(known -> known.expired(CONFIRM_IN_TIME.expiresAt()));
            };
        }

        private Change decided(OrderDecision decision) {
            return payment.map(known -> known.decided(decision, NOON))
                    .orElseGet(() -> Payment.decidedUnseen(PAYMENT, ORDER, decision, NOON));
        }

        private Optional<Change> answered(NetworkAnswer answer) {
            return inDoubt().map(step -> payment.orElseThrow().answered(step, answer, NOON));
        }
    }
}
