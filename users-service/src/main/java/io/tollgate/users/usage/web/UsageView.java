package io.tollgate.users.usage.web;

import io.tollgate.users.usage.UsageLine;
import java.time.LocalDate;
import java.util.List;

/** One line of usage, as it is shown. */
record UsageView(
        String clientId, LocalDate day, String operation, int status, long calls, long bytesIn, long bytesOut) {
    static final List<String> COLUMNS =
            List.of("clientId", "day", "operation", "status", "calls", "bytesIn", "bytesOut");

    static UsageView of(UsageLine line) {
        return new UsageView(
                line.clientId(),
                line.day(),
                line.operation(),
                line.status(),
                line.calls(),
                line.bytesIn(),
                line.bytesOut());
    }

    List<Object> cells() {
        return List.of(clientId, day, operation, status, calls, bytesIn, bytesOut);
    }
}
