package io.tollgate.orders.order;

/** The newest version of the reservation, the payment and the shipment that the order has heard of; 0 for nothing yet. */
public record Heard(long stock, long payment, long shipment) {
    static final Heard NOTHING = new Heard(0, 0, 0);

    boolean isNews(Answer answer) {
        return answer.version() > of(answer.publisher());
    }

    Heard with(Answer answer) {
        long version = answer.version();
        return switch (answer.publisher()) {
            case PRODUCTS -> new Heard(version, payment, shipment);
            case PAYMENTS -> new Heard(stock, version, shipment);
            case WORKERS -> new Heard(stock, payment, version);
        };
    }

    private long of(Publisher publisher) {
        return switch (publisher) {
            case PRODUCTS -> stock;
            case PAYMENTS -> payment;
            case WORKERS -> shipment;
        };
    }
}
