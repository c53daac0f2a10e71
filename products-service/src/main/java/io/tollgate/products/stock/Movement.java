package io.tollgate.products.stock;

import java.time.Instant;
import java.util.Optional;

/** A line of the stock's ledger; never changed and never taken away. */
public record Movement(MovementId id, Move move, Cause cause, Instant at, Optional<String> traceId) {}
