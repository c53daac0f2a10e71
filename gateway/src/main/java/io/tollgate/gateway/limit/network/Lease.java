package io.tollgate.gateway.limit.network;

/**
 * What a gateway has taken from a shared count and may use without asking, for a while.
 *
 * @param id its number among the leases of this gateway
 * @param granted how much it was
 * @param unused how much of it is left
 * @param until when it ends, by this gateway's clock: not later than by Redis'
 * @param slot where a window counts it
 */
record Lease(long id, long granted, long unused, long until, long slot) {
    long left(long nanos) {
        return nanos < until ? unused : 0;
    }

    /** With so much less of it, or, below zero, with so much more. */
    Lease minus(long cost) {
        return new Lease(id, granted, unused - cost, until, slot);
    }

    boolean canTakeBack(long cost) {
        return unused + cost <= granted;
    }
}
