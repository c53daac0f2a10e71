package io.tollgate.payments.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The next state of a payment and what follows from it.
 *
 * @param replacedVersion version before the change, 0 when the payment is new; the same as after when nothing happened
 * @param begins the step to take at the card network
 * @param facts what is told of it
 */
public record Change(Payment payment, long replacedVersion, Optional<Step> begins, List<PaymentFact> facts) {
    static Change first(Payment payment) {
        return new Change(payment, 0, Optional.empty(), List.of());
    }

    static Change from(Payment before) {
        return new Change(before, before.version(), Optional.empty(), List.of());
    }

    /** It had happened before, or was overtaken. */
    static Change nothing(Payment unchanged) {
        return from(unchanged);
    }

    public boolean happened() {
        return payment.version() != replacedVersion;
    }

    Change moving(PaymentStatus status, Instant now) {
        return new Change(payment.moved(status, now), replacedVersion, begins, facts);
    }

    Change beginning(Step step, Instant now) {
        return new Change(payment.moved(step.underWay(), now), replacedVersion, Optional.of(step), facts);
    }

    Change telling(PaymentFact.Kind kind) {
        List<PaymentFact> more = Stream.concat(facts.stream(), Stream.of(PaymentFact.of(kind, payment)))
                .toList();
        return new Change(payment, replacedVersion, begins, more);
    }
}
