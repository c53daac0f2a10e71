package io.tollgate.users.usage;

import java.time.LocalDate;
import java.util.Optional;

/** Which usage is asked for: of which client, from which day to which (both included), of which operation and status. */
public record UsageFilter(
        Optional<String> clientId,
        LocalDate from,
        LocalDate to,
        Optional<String> operation,
        Optional<Integer> status) {}
