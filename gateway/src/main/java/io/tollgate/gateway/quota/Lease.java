package io.tollgate.gateway.quota;

import java.time.Instant;

/**
 * Counts that this gateway may hand out.
 *
 * @param granted how many; none when the quota is used up
 * @param limit what the plan allows
 * @param used by all gateways together, what they hold included
 * @param periodEnd when everything is there again
 * @param expiresAt until when what is left can be given back
 */
public record Lease(String leaseId, long granted, long limit, long used, Instant periodEnd, Instant expiresAt) {
    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether it ends before its period does, which goes on being used. */
    boolean isOverUnasked(Instant then) {
        return isOver(then) && expiresAt.isBefore(periodEnd);
    }
}
