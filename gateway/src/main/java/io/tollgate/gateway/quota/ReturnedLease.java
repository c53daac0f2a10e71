package io.tollgate.gateway.quota;

/** A lease that this gateway is done with, as it stands in the report. */
public record ReturnedLease(String leaseId, long used) {}
