package io.tollgate.orders.order;

import io.tollgate.orders.order.OrderState.Canceled;
import io.tollgate.orders.order.OrderState.Confirmed;
import io.tollgate.orders.order.OrderState.Placed;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order; never changes, but gives the order that it becomes. */
public record Order(
        OrderId id,
        long version,
        Buyer buyer,
        List<OrderLine> lines,
        Money total,
        OrderState state,
        Heard heard,
        Instant placedAt,
        Instant changedAt) {
    public Order {
        lines = List.copyOf(lines);
    }

    static Change place(OrderId id, Buyer buyer, Basket basket, Occasion occasion, Instant deadline) {
        Order placed = new Order(
                id,
                1,
                buyer,
                basket.lines(),
                basket.total(),
                Placed.until(deadline),
                Heard.NOTHING,
                occasion.at(),
                occasion.at());
        return new Change(
                placed,
                List.of(new OrderPlaced(placed, basket.paymentToken())),
                List.of(TimelineEntry.of(OrderStatus.PLACED, "placed", occasion, Optional.empty())));
    }

    /** Applies an answer once, whenever it comes; the timeline has it even when it comes too late to change anything. */
    Change hear(Answer answer, Occasion occasion) {
        if (!heard.isNews(answer)) {
            return Change.nothing(this);
        }
        TimelineEntry told = TimelineEntry.of(status(), answer.transition(), occasion, answer.detail());
        return become(answer.appliedTo(state), heard.with(answer), List.of(told), occasion);
    }

    /** Ends an order that waited too long. */
    Change expire(Occasion occasion) {
        return state instanceof Placed placed && placed.isOverdue(occasion.at())
                ? become(new Canceled(CancelReason.EXPIRED), heard, List.of(), occasion)
                : Change.nothing(this);
    }

    public OrderStatus status() {
        return state.status();
    }

    private Change become(OrderState next, Heard nowHeard, List<TimelineEntry> told, Occasion occasion) {
        Order changed = new Order(id, version + 1, buyer, lines, total, next, nowHeard, placedAt, occasion.at());
        if (next.status() == status()) {
            return new Change(changed, List.of(), told);
        }
        List<TimelineEntry> entries = new ArrayList<>(told);
        entries.add(changed.decided(occasion.decidedHere()));
        return new Change(changed, List.of(changed.decision()), entries);
    }

    private TimelineEntry decided(Occasion occasion) {
        return TimelineEntry.of(
                status(),
                status().name().toLowerCase(),
                occasion,
                state.reason().map(CancelReason::wireName));
    }

    private OrderEvent decision() {
        if (state instanceof Canceled canceled) {
            return new OrderCanceled(this, canceled.why());
        }
        if (state instanceof Confirmed) {
            return new OrderConfirmed(this);
        }
        throw new AssertionError("no order becomes " + state);
    }
}
