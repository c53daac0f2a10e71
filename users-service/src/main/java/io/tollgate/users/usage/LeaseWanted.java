package io.tollgate.users.usage;

/**
 * A gateway wants counts to hand out.
 *
 * @param leaseId its name for them: asked for again, it gets the same
 * @param wanted how many would be good
 * @param needed how many wait to be used at once
 */
public record LeaseWanted(String leaseId, String gatewayId, String clientId, String quota, long wanted, long needed) {}
