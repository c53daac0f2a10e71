package io.tollgate.payments.payment;

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
        NEVER_SEEN
    }

    private int histories;

    @Test
    void every_history_of_six_arrivals_ends_settled_with_each_step_begun_once() {
        tryAll(new ArrayList<>());

        assertThat(histories).isEqualTo((int) Math.pow(Arrival.values().length, LENGTH));
    }

    private void tryAll(List<Arrival> arrivals) {
        if (arrivals.size() == LENGTH) {
            histories++;
            check(arrivals);
            return;
        }
        for (Arrival next : Arrival.values()) {
            arrivals.add(next);
            tryAll(arrivals);
            arrivals.remove(arrivals.size() - 1);
        }
    }

    private static void check(List<Arrival> arrivals) {
        History history = new History();
        arrivals.forEach(history::arrive);
        while (history.inDoubt().isPresent()) {
            history.arrive(Arrival.DONE);
        }
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
