package io.tollgate.gateway.limit.network;

import io.tollgate.gateway.limit.Count;

/**
 * A gateway's share of a limit while Redis is away.
 *
 * @param share what it may use alone
 * @param away when Redis was last heard, by Redis' clock
 */
record Alone(Count share, long away) {}
