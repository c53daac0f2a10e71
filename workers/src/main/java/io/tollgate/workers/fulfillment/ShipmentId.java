package io.tollgate.workers.fulfillment;

/** A parcel for an order. */
public record ShipmentId(String value) {
    public static final String PREFIX = "shp";
}
