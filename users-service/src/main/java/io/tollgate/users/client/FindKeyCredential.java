package io.tollgate.users.client;

import io.tollgate.users.credential.ClientTerms;
import io.tollgate.users.credential.KeyCredential;
import io.tollgate.users.credential.KeyCredentials;
import io.tollgate.users.credential.KeyHash;
import io.tollgate.users.plan.KeptPlan;
import io.tollgate.users.plan.Plan;
import io.tollgate.users.plan.Plans;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What a key proves now: nothing once it or its client has ended, and never more than the client's plan allows. */
@Service
public class FindKeyCredential implements KeyCredentials {
    private final Keys keys;
    private final Clients clients;
    private final Plans plans;
    private final Clock clock;

    public FindKeyCredential(Keys keys, Clients clients, Plans plans, Clock clock) {
        this.keys = keys;
        this.clients = clients;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public Mono<KeyCredential> find(KeyHash hash) {
        return keys.find(hash)
                .filter(key -> key.status(clock.instant()) == KeyStatus.ACTIVE)
                .flatMap(this::ofUsable);
    }

    private Mono<KeyCredential> ofUsable(ApiKey key) {
        return clients.find(key.clientId())
                .filter(client -> client.isUsable(clock.instant()))
                .flatMap(client -> plans.find(client.details().plan())
                        .map(KeptPlan::plan)
                        .map(plan -> credential(key, client, plan)));
    }

    private static KeyCredential credential(ApiKey key, Client client, Plan plan) {
        ClientDetails details = client.details();
        Set<String> scopes = details.scopes().stream().filter(plan::allows).collect(Collectors.toSet());
        ClientTerms terms = new ClientTerms(
                client.id(),
                details.name(),
                plan.name(),
                plan.rate(),
                scopes,
                details.scopes(),
                details.networks().allow(),
                details.networks().deny(),
                details.timeZone(),
                details.ownerId(),
                client.credentialVersion());
        return new KeyCredential(
                key.id(), key.environment().word(), earliest(key.expiresAt(), details.expiresAt()), terms);
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
    }
}
