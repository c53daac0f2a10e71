package io.tollgate.workers.erasure;

/**
 * An erasure that somebody works on.
 *
 * @param items what has lost something, and no receipt has counted yet
 * @param attempt tells this claim from a later one
 */
public record Erasure(UserId userId, long version, long items, int attempt) {}
