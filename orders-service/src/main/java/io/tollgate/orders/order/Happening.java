package io.tollgate.orders.order;

import java.util.Optional;

/**
 * What happens to an order, with what it carries.
 *
 * @param detail more for who asks why
 */
public record Happening(
        Trigger trigger, Optional<String> detail, Optional<Shipment> shipment, Optional<Refund> refund) {

    public static Happening of(Trigger trigger) {
        return new Happening(trigger, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Happening because(Trigger trigger, String detail) {
        return new Happening(trigger, Optional.of(detail), Optional.empty(), Optional.empty());
    }

    public static Happening booked(Shipment shipment) {
        return new Happening(
                Trigger.SHIPMENT_BOOKED, Optional.of(shipment.toString()), Optional.of(shipment), Optional.empty());
    }

    /** Something that happens to one refund of the order. */
    public static Happening refund(Trigger trigger, Refund refund) {
        return new Happening(trigger, Optional.of(refund.toString()), Optional.empty(), Optional.of(refund));
    }
}
