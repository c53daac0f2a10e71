package io.tollgate.payments.payment;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The next state of a payment and what follows from it.
 *
 * @param replacedVersion version before the change, 0 when the payment is new; the same as after when nothing happened
 * @param refund the refund that is new or has ended with it
 * @param begins the step to take at the card network
 * @param movements what the ledger has to know
 * @param facts what is told of it
 */
public record Change(
        Payment payment,
        long replacedVersion,
        Optional<Refund> refund,
        Optional<IntentKey> begins,
        List<Movement> movements,
        List<PaymentFact> facts) {

    static Change first(Payment payment) {
        return new Change(payment, 0, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    static Change from(Payment before) {
        return new Change(before, before.version(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /** It had happened before, or was overtaken. */
    static Change nothing(Payment unchanged) {
        return from(unchanged);
    }

    public boolean happened() {
        return payment.version() != replacedVersion;
    }

    Change moving(PaymentStatus status, Instant now) {
        return new Change(payment.moved(status, now), replacedVersion, refund, begins, movements, facts);
    }

    Change beginning(Step step, Instant now) {
        IntentKey key = IntentKey.of(payment.id(), step);
        return new Change(
                payment.moved(step.underWay(), now), replacedVersion, refund, Optional.of(key), movements, facts);
    }

    Change asking(Refund asked) {
        return new Change(
                payment, replacedVersion, Optional.of(asked), Optional.of(IntentKey.of(asked)), movements, facts);
    }

    Change ending(Refund ended) {
        return new Change(payment, replacedVersion, Optional.of(ended), begins, movements, facts);
    }

    Change booking(Movement.Kind kind, IntentKey by, Money amount) {
        List<Movement> more = append(movements, new Movement(kind, by, amount));
        return new Change(payment, replacedVersion, refund, begins, more, facts);
    }

    Change telling(PaymentFact.Kind kind) {
        return telling(PaymentFact.of(kind, payment));
    }

    Change telling(PaymentFact fact) {
        return new Change(payment, replacedVersion, refund, begins, movements, append(facts, fact));
    }

    private static <T> List<T> append(List<T> some, T last) {
        return Stream.concat(some.stream(), Stream.of(last)).toList();
    }
}
