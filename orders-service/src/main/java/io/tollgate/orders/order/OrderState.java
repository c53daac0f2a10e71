package io.tollgate.orders.order;

import java.time.Instant;
import java.util.Optional;

/** Where an order stands, with what its next step depends on. */
public sealed interface OrderState {
    OrderStatus status();

    /** Waits until the deadline for stock and payment, in whatever order they answer. */
    record Placed(Instant deadline, boolean stockReserved, boolean paymentAuthorized) implements OrderState {
        static Placed until(Instant deadline) {
            return new Placed(deadline, false, false);
        }

        @Override
        public OrderStatus status() {
            return OrderStatus.PLACED;
        }

        OrderState withStock() {
            return paymentAuthorized ? new Confirmed() : new Placed(deadline, true, false);
        }

        OrderState withPayment() {
            return stockReserved ? new Confirmed() : new Placed(deadline, false, true);
        }

        boolean isOverdue(Instant now) {
            return !deadline.isAfter(now);
        }
    }

    /** Stock is reserved and payment authorized. */
    record Confirmed() implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.CONFIRMED;
        }
    }

    /** Ended without delivery; nothing revives it. */
    record Canceled(CancelReason why) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.CANCELED;
        }

        @Override
        public Optional<CancelReason> reason() {
            return Optional.of(why);
        }
    }

    default Optional<CancelReason> reason() {
        return Optional.empty();
    }
}
