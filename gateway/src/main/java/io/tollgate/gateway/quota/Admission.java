package io.tollgate.gateway.quota;

import java.util.List;

/** A request that is let through, and what quotas in shadow mode would have said. */
public record Admission(List<QuotaRefused> shadowed) {
    static final Admission CLEAN = new Admission(List.of());
}
