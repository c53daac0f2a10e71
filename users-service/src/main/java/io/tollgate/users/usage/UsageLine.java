package io.tollgate.users.usage;

import java.time.LocalDate;

/** What a client did on a day of its time zone: one operation with one outcome. */
public record UsageLine(
        String clientId, LocalDate day, String operation, int status, long calls, long bytesIn, long bytesOut) {}
