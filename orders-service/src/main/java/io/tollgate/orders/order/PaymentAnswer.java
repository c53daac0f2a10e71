package io.tollgate.orders.order;

import io.tollgate.orders.order.OrderState.Canceled;
import io.tollgate.orders.order.OrderState.Placed;
import java.util.Optional;

/** What payments answers. */
public sealed interface PaymentAnswer extends Answer {
    @Override
    default String publisher() {
        return "payments";
    }

    /** The total is set aside at the card network. */
    record Authorized(long version) implements PaymentAnswer {
        @Override
        public String transition() {
            return "payment-authorized";
        }

        @Override
        public OrderState appliedTo(OrderState state) {
            return state instanceof Placed placed ? placed.withPayment() : state;
        }
    }

    /** The card network said no. */
    record Declined(long version, String reason) implements PaymentAnswer {
        @Override
        public String transition() {
            return "payment-declined";
        }

        @Override
        public Optional<String> detail() {
            return Optional.of(reason);
        }

        @Override
        public OrderState appliedTo(OrderState state) {
            return state instanceof Placed ? new Canceled(CancelReason.PAYMENT_DECLINED) : state;
        }
    }

    /** The card network does not pay what it had set aside. */
    record CaptureRefused(long version, String reason) implements PaymentAnswer {
        @Override
        public String transition() {
            return "payment-capture-refused";
        }

        @Override
        public Optional<String> detail() {
            return Optional.of(reason);
        }

        @Override
        public OrderState appliedTo(OrderState state) {
            return state instanceof Canceled ? state : new Canceled(CancelReason.CAPTURE_REFUSED);
        }
    }

    /** Money moved as orders decided: {@code payment-captured}, {@code -voided} or {@code -refunded}. */
    record Moved(long version, String transition) implements PaymentAnswer {
        @Override
        public OrderState appliedTo(OrderState state) {
            return state;
        }
    }
}
