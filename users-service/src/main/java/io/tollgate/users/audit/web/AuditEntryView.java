package io.tollgate.users.audit.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tollgate.users.audit.AuditEntry;
import java.time.Instant;
import java.util.Optional;

/** An entry of the administrators' audit. */
record AuditEntryView(
        long entry,
        String subject,
        String deed,
        Optional<String> userId,
        Optional<String> clientId,
        @JsonRawValue String before,
        @JsonRawValue String after,
        Optional<String> traceId,
        Instant at,
        String hash) {
    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(
                entry.number(),
                entry.subject(),
                entry.deed(),
                entry.origin().actor().userId(),
                entry.origin().actor().clientId(),
                entry.before().orElse(null),
                entry.after().orElse(null),
                entry.origin().traceId(),
                entry.at(),
                entry.hash());
    }
}
