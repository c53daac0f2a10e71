package io.tollgate.workers.thirdparty;

/** What the carrier gave us for a parcel. */
public record Receipt(String parcelId, String carrier, String trackingNumber) {}
