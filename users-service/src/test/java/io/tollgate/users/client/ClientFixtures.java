package io.tollgate.users.client;

import io.tollgate.testing.MutableClock;
import io.tollgate.testing.SequentialIds;
import io.tollgate.users.audit.AdminDeed;
import io.tollgate.users.credential.KeyHash;
import io.tollgate.users.credential.RecordedFeed;
import io.tollgate.users.plan.PlanFixtures;
import io.tollgate.users.plan.PlanFixtures.KeptPlans;
import io.tollgate.users.plan.Scopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A small world of clients: two plans, two scopes, noon. */
final class ClientFixtures {
    static final Scopes SCOPES = new Scopes(Set.of("catalog:read", "orders:write"));

    private ClientFixtures() {}

    /** Everything that use cases about clients need. */
    static final class World {
        final KeptClients clients = new KeptClients();
        final KeptKeys keys = new KeptKeys();
        final RecordedFeed feed = new RecordedFeed();
        final MutableClock clock = MutableClock.atNoon();
        final KeptPlans plans = KeptPlans.of(
                PlanFixtures.plan("free", PlanFixtures.aBucket(100, 10)),
                PlanFixtures.planOf("readers", List.of("catalog:read")));
        private final SequentialIds ids = new SequentialIds();

        final List<AdminDeed> deeds = new ArrayList<>();
        private final ClientAudit audit = new ClientAudit(
                (deed, origin) -> Mono.fromRunnable(() -> deeds.add(deed)), email -> "digest of " + email.value());
        private final KeepClient keep = new KeepClient(clients, keys, audit, feed);
        private final MintKey mint = new MintKey(ids, clock);

        CreateClient createClient() {
            return new CreateClient(new CheckDetails(plans, SCOPES, null), mint, keep, ids, clock);
        }

        ChangeKeys changeKeys() {
            return new ChangeKeys(new ReadClient(clients, keys), keys, mint, new KeepKey(keys, audit, keep), clock);
        }

        FindKeyCredential credentials() {
            return new FindKeyCredential(keys, clients, plans, clock);
        }
    }

    /** Clients in a map. */
    static final class KeptClients implements Clients {
        final Map<String, Client> kept = new HashMap<>();

        @Override
        public Mono<Void> add(Client client) {
            return Mono.fromRunnable(() -> kept.put(client.id(), client));
        }

        @Override
        public Mono<Client> find(String id) {
            return Mono.justOrEmpty(kept.get(id));
        }

        @Override
        public Mono<Client> hold(String id) {
            return find(id);
        }

        @Override
        public Mono<Void> save(Client client) {
            return add(client);
        }

        @Override
        public Mono<Boolean> isEmpty() {
            return Mono.just(kept.isEmpty());
        }
    }

    /** Keys in a map. */
    static final class KeptKeys implements Keys {
        final Map<String, ApiKey> kept = new LinkedHashMap<>();

        @Override
        public Mono<Boolean> add(ApiKey key) {
            return Mono.fromCallable(() -> kept.put(key.id(), key) == null);
        }

        @Override
        public Mono<ApiKey> find(KeyHash hash) {
            return Mono.justOrEmpty(kept.values().stream()
                    .filter(key -> key.hash().equals(hash))
                    .findFirst());
        }

        @Override
        public Mono<ApiKey> find(String clientId, String id) {
            return Mono.justOrEmpty(kept.get(id)).filter(key -> key.clientId().equals(clientId));
        }

        @Override
        public Flux<ApiKey> of(String clientId) {
            return Flux.fromIterable(List.copyOf(kept.values()))
                    .filter(key -> key.clientId().equals(clientId));
        }

        @Override
        public Mono<Void> save(ApiKey key) {
            return Mono.fromRunnable(() -> kept.put(key.id(), key));
        }

        @Override
        public Mono<Void> revokeAll(String clientId, Instant now) {
            return of(clientId).concatMap(key -> save(key.revoked(now))).then();
        }

        @Override
        public Mono<Void> used(SortedMap<String, Instant> uses) {
            return Mono.empty();
        }
    }
}
