package io.tollgate.cli.audit;

import java.util.Set;

/**
 * What clients remember of their orders.
 *
 * @param orders the ids of all orders that were answered with 201
 * @param customers users all of whose orders are among these
 */
public record Acknowledged(Set<String> orders, Set<String> customers) {

    public static final Acknowledged UNKNOWN = new Acknowledged(Set.of(), Set.of());
}
