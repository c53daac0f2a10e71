package io.tollgate.orders.order;

import java.util.List;
import java.util.Optional;

/**
 * One step that an order may take.
 *
 * @param reason why it ends, if it does
 * @param tells what others are told
 */
record Transition(Stage from, Trigger on, Stage to, Optional<CancelReason> reason, List<Tell> tells) {

    static Transition step(Stage from, Trigger on, Stage to, Tell... tells) {
        return new Transition(from, on, to, Optional.empty(), List.of(tells));
    }

    static Transition cancel(Stage from, Trigger on, CancelReason reason) {
        return new Transition(from, on, Stage.CANCELED, Optional.of(reason), List.of(canceled(from, on)));
    }

    /** Once it is to be shipped only the carrier knows whether it is. */
    private static Tell canceled(Stage from, Trigger on) {
        return from == Stage.FULFILLING && on != Trigger.SHIPMENT_REFUSED
                ? Tell.ORDER_CANCELED_SHIPMENT_OPEN
                : Tell.ORDER_CANCELED;
    }

    boolean moves() {
        return from != to;
    }
}
