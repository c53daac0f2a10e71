package io.tollgate.users.usage;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One period of a quota.
 *
 * @param firstDay its first day where the client is
 * @param start when it begins
 * @param end when the next one does
 */
public record Span(LocalDate firstDay, Instant start, Instant end) {}
