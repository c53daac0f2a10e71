package io.tollgate.orders.order;

import java.time.Instant;
import java.util.Optional;

/**
 * Which orders are asked for.
 *
 * @param placedAfter not before this time
 * @param placedBefore before this time
 * @param after only what follows this place of the list
 */
public record OrderQuery(
        Optional<String> userId,
        Optional<String> clientId,
        Optional<OrderStatus> status,
        Optional<Instant> placedAfter,
        Optional<Instant> placedBefore,
        Optional<String> externalId,
        Optional<Position> after) {

    /** An order's place in the list. */
    public record Position(Instant placedAt, OrderId id) {
        public static Position of(Order order) {
            return new Position(order.placedAt(), order.id());
        }
    }
}
