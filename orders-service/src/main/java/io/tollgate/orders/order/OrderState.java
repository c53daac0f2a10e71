package io.tollgate.orders.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an order stands, with what it has there.
 *
 * @param deadline when it is ended if nothing happens; none where it may rest for ever
 * @param reason why it was canceled
 * @param refunded what was asked back and not refused, in minor units
 */
public record OrderState(
        Stage stage,
        Optional<Instant> deadline,
        Optional<CancelReason> reason,
        Optional<Shipment> shipment,
        long refunded) {

    static OrderState placed(Instant deadline) {
        return new OrderState(Stage.PLACED, Optional.of(deadline), Optional.empty(), Optional.empty(), 0);
    }

    public OrderStatus status() {
        return stage.status();
    }

    boolean isOverdue(Instant now) {
        return deadline.filter(end -> !end.isAfter(now)).isPresent();
    }

    OrderState after(Transition step, Happening happening, Instant now, Deadlines deadlines) {
        return new OrderState(
                step.to(),
                step.to().status() == status()
                        ? deadline
                        : fresh(deadlines.of(step.to().status()), now),
                step.reason(),
                shipment.or(happening::shipment),
                refunded + asked(happening));
    }

    private static long asked(Happening happening) {
        long amount = happening.refund().map(refund -> refund.amount().amount()).orElse(0L);
        return happening.trigger() == Trigger.REFUND_REFUSED ? -amount : amount;
    }

    private static Optional<Instant> fresh(Optional<Duration> patience, Instant now) {
        return patience.map(now::plus);
    }
}
