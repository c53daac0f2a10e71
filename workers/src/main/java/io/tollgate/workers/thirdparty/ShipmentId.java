package io.tollgate.workers.thirdparty;

/** A parcel for an order; the key under which the carrier is asked. */
public record ShipmentId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
