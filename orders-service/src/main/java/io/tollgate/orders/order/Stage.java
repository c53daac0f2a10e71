package io.tollgate.orders.order;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where an order stands as far as its next step depends on it; several stages are one status to the customer. */
public enum Stage {
    PLACED(OrderStatus.PLACED, "placed"),
    /** Stock said yes, payment nothing yet. */
    RESERVED(OrderStatus.PLACED, null),
    /** Payment said yes, stock nothing yet. */
    AUTHORIZED(OrderStatus.PLACED, null),
    CONFIRMED(OrderStatus.CONFIRMED, "confirmed"),
    /** Paid; the command to ship is given. */
    FULFILLING(OrderStatus.CONFIRMED, "fulfillment-requested"),
    SHIPPED(OrderStatus.SHIPPED, "shipped"),
    CANCELED(OrderStatus.CANCELED, "canceled");

    private final OrderStatus status;
    private final String announcement;

    Stage(OrderStatus status, String announcement) {
        this.status = status;
        this.announcement = announcement;
    }

    static List<Stage> open() {
        return Arrays.stream(values())
                .filter(stage -> !stage.status.isTerminal())
                .toList();
    }

    public OrderStatus status() {
        return status;
    }

    /** What the timeline says when orders takes an order there; nothing when it only notes an answer. */
    Optional<String> announcement() {
        return Optional.ofNullable(announcement);
    }
}
