package io.tollgate.users.client;

import io.tollgate.users.audit.AdminAudit;
import io.tollgate.users.audit.AdminDeed;
import io.tollgate.users.audit.Digests;
import io.tollgate.users.audit.Origin;
import io.tollgate.users.credential.Email;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Notes what became of clients and their keys: of addresses digests, of keys what everybody may see. */
@Service
public class ClientAudit {
    private final AdminAudit audit;
    private final Digests digests;

    public ClientAudit(AdminAudit audit, Digests digests) {
        this.audit = audit;
        this.digests = digests;
    }

    Mono<Void> created(NewClient made, Origin origin) {
        Map<String, Object> after = new LinkedHashMap<>(state(made.client()));
        after.put("key", state(made.key().key()));
        return audit.append(new AdminDeed(made.client().id(), "client-created", Map.of(), after), origin);
    }

    Mono<Void> changed(Client before, Client after, Origin origin) {
        return audit.append(new AdminDeed(after.id(), "client-changed", state(before), state(after)), origin);
    }

    Mono<Void> key(String deed, Optional<ApiKey> before, ApiKey after, Origin origin) {
        Map<String, Object> was = before.map(ClientAudit::state).orElse(Map.of());
        return audit.append(new AdminDeed(after.clientId(), deed, was, state(after)), origin);
    }

    private Map<String, Object> state(Client client) {
        ClientDetails details = client.details();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", details.name());
        details.organization().ifPresent(value -> state.put("organization", value));
        state.put(
                "contactDigests",
                details.contacts().stream()
                        .map(Email::normalized)
                        .map(digests::of)
                        .toList());
        state.put("plan", details.plan());
        state.put("scopes", details.scopes().stream().sorted().toList());
        state.put("allow", details.networks().allow());
        state.put("deny", details.networks().deny());
        state.put("status", client.status().name());
        details.expiresAt().map(Instant::toString).ifPresent(value -> state.put("expiresAt", value));
        state.put("timeZone", details.timeZone());
        details.ownerId().ifPresent(value -> state.put("ownerId", value));
        return state;
    }

    private static Map<String, Object> state(ApiKey key) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("keyId", key.id());
        state.put("prefix", key.prefix());
        key.expiresAt().map(Instant::toString).ifPresent(value -> state.put("expiresAt", value));
        key.revokedAt().map(Instant::toString).ifPresent(value -> state.put("revokedAt", value));
        return state;
    }
}
