package io.tollgate.users.usage;

import java.time.LocalDate;

/** What a client did on a day of its time zone: one operation with one outcome. */
public record UsageLine(
        String clientId, LocalDate day, String operation, int status, long calls, long bytesIn, long bytesOut) {
    /** The same with what another line of its kind counted. */
    UsageLine plus(UsageLine more) {
        return new UsageLine(
                clientId, day, operation, status, calls + more.calls, bytesIn + more.bytesIn, bytesOut + more.bytesOut);
    }
}
