package io.tollgate.orders.order;

/**
 * Who looks at orders.
 *
 * @param seesAll whether it may see everybody's, as support may
 */
public record Viewer(Buyer self, boolean seesAll) {

    /** An order that is not visible does not exist for this viewer. */
    public boolean sees(Order order) {
        return sees(order.buyer());
    }

    boolean sees(Buyer buyer) {
        return seesAll || buyer.equals(self);
    }

    /** Whoever's client it was placed through. */
    boolean bought(Order order) {
        return order.buyer().userId().equals(self.userId());
    }

    /** By whose will something happens through this viewer. */
    String actor() {
        return self.userId();
    }
}
