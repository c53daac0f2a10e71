package io.tollgate.orders.order;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order; never changes, but gives the order that it becomes. */
public record Order(
        OrderId id,
        long version,
        Buyer buyer,
        Purchase purchase,
        OrderState state,
        Heard heard,
        Instant placedAt,
        Instant changedAt) {

    static Change place(
            OrderId id, Buyer buyer, Purchase purchase, PaymentToken token, Occasion occasion, Deadlines deadlines) {
        OrderState state = OrderState.placed(occasion.at().plus(deadlines.placed()));
        Order placed = new Order(id, 1, buyer, purchase, state, Heard.NOTHING, occasion.at(), occasion.at());
        return new Change(
                placed,
                List.of(new OrderPlaced(placed, token)),
                List.of(TimelineEntry.of(OrderStatus.PLACED, "placed", occasion, Optional.empty())));
    }

    /** Applies an answer once, whenever it comes; the timeline has it even when it comes too late to change anything. */
    Change hear(Answer answer, Occasion occasion, Deadlines deadlines) {
        return heard.isNews(answer)
                ? new Advance(this, answer.happening(), occasion, deadlines).change(heard.with(answer))
                : Change.nothing(this);
    }

    /** What happened at a version that others do not count; noted at least. */
    Change note(Happening happening, Occasion occasion, Deadlines deadlines) {
        return new Advance(this, happening, occasion, deadlines).change(heard);
    }

    /** Ends an order that waited too long. */
    Change expire(Occasion occasion, Deadlines deadlines) {
        return state.isOverdue(occasion.at())
                ? note(Happening.of(Trigger.DEADLINE), occasion, deadlines)
                : Change.nothing(this);
    }

    /** Ends an order at somebody's will; one that has ended so or otherwise stays as it is. */
    Change cancel(Trigger will, Occasion occasion, Deadlines deadlines) {
        return switch (status()) {
            case SHIPPED -> throw new AlreadyShipped(id);
            case CANCELED -> Change.nothing(this);
            case PLACED, CONFIRMED -> note(Happening.of(will), occasion, deadlines);
        };
    }

    /** Gives money back, never more than is left. */
    Change refund(Refund refund, Occasion occasion, Deadlines deadlines) {
        if (status() != OrderStatus.SHIPPED) {
            throw new NotShipped(id);
        }
        if (!refund.amount().currency().equals(total().currency())) {
            throw new OtherCurrency(total().currency());
        }
        if (refund.amount().amount() < 1
                || refund.amount().amount() > refundable().amount()) {
            throw new RefundTooLarge(refundable());
        }
        return note(Happening.refund(Trigger.REFUND_REQUESTED, refund), occasion, deadlines);
    }

    public OrderStatus status() {
        return state.status();
    }

    public List<OrderLine> lines() {
        return purchase.lines();
    }

    public Money total() {
        return purchase.total();
    }

    /** What is left of the total to be asked back. */
    public Money refundable() {
        return new Money(total().amount() - state.refunded(), total().currency());
    }

    Order next(OrderState next, Heard nowHeard, Instant at) {
        return new Order(id, version + 1, buyer, purchase, next, nowHeard, placedAt, at);
    }
}
