package io.tollgate.users.usage;

import java.time.LocalDate;

/** Where a list of usage goes on: behind this line. */
public record UsagePosition(String clientId, LocalDate day, String operation, int status) {}
