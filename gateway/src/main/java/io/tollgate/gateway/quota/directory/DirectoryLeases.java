package io.tollgate.gateway.quota.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.gateway.caller.InternalCalls;
import io.tollgate.gateway.quota.Lease;
import io.tollgate.gateway.quota.LeaseWanted;
import io.tollgate.gateway.quota.Leases;
import io.tollgate.gateway.usage.GatewayId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leases of users-service. */
@Component
final class DirectoryLeases implements Leases {
    private static final String KIND = "quota-leases";
    private static final String PATH = "/internal/v1/quota-leases";

    private final InternalCalls users;
    private final GatewayId gateway;

    DirectoryLeases(InternalCalls users, GatewayId gateway) {
        this.users = users;
        this.gateway = gateway;
    }

    /** A users-service that knows no quotas yet has none. */
    @Override
    public Mono<List<Lease>> lease(List<LeaseWanted> wanted) {
        return users.ask(KIND, PATH, Map.of("gatewayId", gateway.value(), "items", wanted), Answer.class)
                .map(Answer::leases)
                .defaultIfEmpty(List.of());
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Item> items) {
        List<Lease> leases() {
            return items.stream().map(Item::lease).toList();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(String leaseId, long granted, long limit, long used, Instant periodEnd, Instant expiresAt) {
        Lease lease() {
            return new Lease(leaseId, granted, limit, used, periodEnd, expiresAt);
        }
    }
}
