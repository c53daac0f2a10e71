package io.tollgate.users.usage.web;

import io.tollgate.users.usage.GrantedLease;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The counts that a gateway gets; what its clients have no quota for is not in it. */
record LeaseResponse(List<Item> items) {
    record Item(
            String leaseId,
            String clientId,
            String quota,
            String unit,
            long granted,
            long limit,
            long used,
            Instant periodStart,
            Instant periodEnd,
            Instant expiresAt) {
        static Item of(String clientId, GrantedLease granted) {
            return new Item(
                    granted.lease().id(),
                    clientId,
                    granted.terms().name(),
                    granted.terms().unit().name().toLowerCase(Locale.ROOT),
                    granted.lease().granted(),
                    granted.terms().limit(),
                    granted.used(),
                    granted.span().start(),
                    granted.span().end(),
                    granted.lease().expiresAt());
        }
    }
}
