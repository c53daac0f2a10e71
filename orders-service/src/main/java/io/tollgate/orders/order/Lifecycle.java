package io.tollgate.orders.order;

import static io.tollgate.orders.order.Stage.AUTHORIZED;
import static io.tollgate.orders.order.Stage.CONFIRMED;
import static io.tollgate.orders.order.Stage.FULFILLING;
import static io.tollgate.orders.order.Stage.PLACED;
import static io.tollgate.orders.order.Stage.RESERVED;
import static io.tollgate.orders.order.Stage.SHIPPED;
import static io.tollgate.orders.order.Transition.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The life of an order as data: the README's diagram is drawn from it, and what is not in it does not happen. */
final class Lifecycle {
    private static final List<Stage> UNDECIDED = List.of(PLACED, RESERVED, AUTHORIZED);

    static final List<Transition> TABLE = Stream.of(
                    Stream.of(
                            step(PLACED, Trigger.STOCK_RESERVED, RESERVED),
                            step(PLACED, Trigger.PAYMENT_AUTHORIZED, AUTHORIZED),
                            step(RESERVED, Trigger.PAYMENT_AUTHORIZED, CONFIRMED, Tell.ORDER_CONFIRMED),
                            step(AUTHORIZED, Trigger.STOCK_RESERVED, CONFIRMED, Tell.ORDER_CONFIRMED),
                            step(CONFIRMED, Trigger.PAYMENT_CAPTURED, FULFILLING, Tell.FULFILL),
                            step(FULFILLING, Trigger.SHIPMENT_BOOKED, SHIPPED, Tell.ORDER_SHIPPED),
                            step(SHIPPED, Trigger.REFUND_REQUESTED, SHIPPED, Tell.REFUND_REQUESTED),
                            step(SHIPPED, Trigger.REFUND_REFUSED, SHIPPED)),
                    cancel(UNDECIDED, Trigger.OUT_OF_STOCK, CancelReason.OUT_OF_STOCK),
                    cancel(UNDECIDED, Trigger.UNKNOWN_PRODUCT, CancelReason.UNKNOWN_PRODUCT),
                    cancel(UNDECIDED, Trigger.PAYMENT_DECLINED, CancelReason.PAYMENT_DECLINED),
                    cancel(List.of(CONFIRMED), Trigger.PAYMENT_CAPTURE_REFUSED, CancelReason.CAPTURE_REFUSED),
                    cancel(List.of(FULFILLING), Trigger.SHIPMENT_REFUSED, CancelReason.SHIPMENT_REFUSED),
                    cancel(Stage.open(), Trigger.CANCELLATION, CancelReason.CUSTOMER),
                    cancel(Stage.open(), Trigger.ERASURE, CancelReason.CUSTOMER),
                    cancel(Stage.open(), Trigger.DEADLINE, CancelReason.EXPIRED))
            .flatMap(Function.identity())
            .toList();

    /** Two rows for one step would stop the start. */
    private static final Map<Step, Transition> BY_STEP = TABLE.stream()
            .collect(Collectors.toUnmodifiableMap(row -> new Step(row.from(), row.on()), Function.identity()));

    private record Step(Stage from, Trigger on) {}

    private Lifecycle() {}

    static Optional<Transition> find(Stage from, Trigger on) {
        return Optional.ofNullable(BY_STEP.get(new Step(from, on)));
    }

    private static Stream<Transition> cancel(List<Stage> from, Trigger on, CancelReason reason) {
        return from.stream().map(stage -> Transition.cancel(stage, on, reason));
    }
}
