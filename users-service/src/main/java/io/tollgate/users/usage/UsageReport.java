package io.tollgate.users.usage;

import java.util.List;

/** What a gateway has counted since its last report. */
public record UsageReport(
        String id,
        String gatewayId,
        List<ReturnedLease> leases,
        List<UsageLine> usage,
        List<KeyUsed> keys,
        List<RefusedRequest> refusals) {
    public UsageReport {
        leases = List.copyOf(leases);
        usage = List.copyOf(usage);
        keys = List.copyOf(keys);
        refusals = List.copyOf(refusals);
    }
}
