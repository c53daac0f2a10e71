package io.tollgate.sound.order;

import io.tollgate.values.Money;
import java.time.Instant;

/** Plain Java. */
public record Order(String id, Instant placedAt, Money total) {}
