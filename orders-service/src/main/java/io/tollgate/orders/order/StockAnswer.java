package io.tollgate.orders.order;

import io.tollgate.orders.order.OrderState.Canceled;
import io.tollgate.orders.order.OrderState.Placed;
import java.util.List;
import java.util.Optional;

/** What products answers. */
public sealed interface StockAnswer extends Answer {
    @Override
    default String publisher() {
        return "products";
    }

    /** All lines are set aside. */
    record Reserved(long version) implements StockAnswer {
        @Override
        public String transition() {
            return "stock-reserved";
        }

        @Override
        public OrderState appliedTo(OrderState state) {
            return state instanceof Placed placed ? placed.withStock() : state;
        }
    }

    /** Nothing is set aside. */
    record Refused(long version, String reason, List<String> productIds) implements StockAnswer {
        @Override
        public String transition() {
            return "stock-refused";
        }

        @Override
        public Optional<String> detail() {
            return Optional.of((reason + ' ' + String.join(" ", productIds)).strip());
        }

        @Override
        public OrderState appliedTo(OrderState state) {
            return state instanceof Placed ? new Canceled(CancelReason.ofStock(reason)) : state;
        }
    }
}
