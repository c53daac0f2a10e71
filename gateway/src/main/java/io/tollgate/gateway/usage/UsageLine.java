package io.tollgate.gateway.usage;

import java.time.LocalDate;

/** What a client did on a day of its time zone: one operation with one outcome. */
public record UsageLine(
        String clientId, String operation, int status, LocalDate day, long calls, long bytesIn, long bytesOut) {}
