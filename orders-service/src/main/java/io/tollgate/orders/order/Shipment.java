package io.tollgate.orders.order;

/** What workers booked: their name of it, who carries it, and the carrier's name of the parcel. */
public record Shipment(String id, String carrier, String trackingNumber) {
    @Override
    public String toString() {
        return carrier + ' ' + trackingNumber;
    }
}
