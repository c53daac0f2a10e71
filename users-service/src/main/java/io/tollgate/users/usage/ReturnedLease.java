package io.tollgate.users.usage;

/** A lease that a gateway is done with. */
public record ReturnedLease(String leaseId, long used) {}
