package io.tollgate.gateway.quota;

/**
 * Counts that this gateway wants to hold.
 *
 * @param leaseId their name: asked for again, they are the same
 * @param wanted how many would be good
 * @param needed how many requests wait for
 */
public record LeaseWanted(String leaseId, String clientId, String quota, long wanted, long needed) {}
