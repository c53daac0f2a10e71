package io.tollgate.orders.order;

import java.util.Optional;

/** What products or payments answer about an order; each answer knows what it changes: little, once the order ended. */
public sealed interface Answer permits StockAnswer, PaymentAnswer {
    /** Of the reservation or of the payment: what is not newer than what was heard is no news. */
    long version();

    /** The service that answers. */
    String publisher();

    /** What happened, as the timeline names it. */
    String transition();

    /** More for who asks why. */
    default Optional<String> detail() {
        return Optional.empty();
    }

    /** The state that follows; the same when the answer changes nothing. */
    OrderState appliedTo(OrderState state);
}
