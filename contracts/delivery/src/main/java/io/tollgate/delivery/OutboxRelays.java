package io.tollgate.delivery;

/** The relay of destinations that take what they are sent, and the one of those that lately did not. */
record OutboxRelays(OutboxRelay healthy, OutboxRelay failing) {}
