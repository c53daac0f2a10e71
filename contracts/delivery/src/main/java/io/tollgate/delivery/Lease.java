package io.tollgate.delivery;

import java.time.Instant;

/**
 * The right to do what only one process may do.
 *
 * @param name what it is the right to
 * @param epoch grows with every change of hands: a statement that asks for it fails in the hands of the former holder
 * @param until when others may take it
 */
record Lease(String name, long epoch, Instant until) {}
