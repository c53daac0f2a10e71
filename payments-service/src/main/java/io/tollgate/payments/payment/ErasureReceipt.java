package io.tollgate.payments.payment;

import java.time.Instant;

/**
 * That nothing personal of a user is left here.
 *
 * @param items how many records lost something this time
 */
public record ErasureReceipt(String userId, long erasedVersion, long items, Instant completedAt) {}
