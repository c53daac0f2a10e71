package io.tollgate.gateway.limit;

import java.time.Duration;

/**
 * What one caller may still do.
 *
 * @param admitted whether this one was still within
 * @param remaining how many more are, at this moment
 * @param untilFull when the whole burst is there again
 * @param untilNext when the next one is, if this one was not
 */
public record Allowance(boolean admitted, long remaining, Duration untilFull, Duration untilNext) {}
