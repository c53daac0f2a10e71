package io.tollgate.users.audit;

import java.util.Optional;

/** Where a change comes from: who wants it, and in which trace. */
public record Origin(Actor actor, Optional<String> traceId) {
    public static final Origin SYSTEM = new Origin(Actor.SYSTEM, Optional.empty());
}
