package io.tollgate.users.credential.web;

import io.tollgate.users.credential.ClientTerms;
import io.tollgate.users.credential.KeyCredential;
import io.tollgate.users.credential.PlanRate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whose key it is, and how much and what its client may ask for. */
record VerifiedKey(
        String clientId,
        String name,
        PlanView plan,
        List<String> scopes,
        long credentialVersion,
        String keyId,
        String environment,
        NetworksView networks,
        String timeZone,
        Optional<Instant> expiresAt,
        Optional<String> ownerId,
        List<String> clientScopes) {
    record PlanView(String name, Rate rate) {}

    record Rate(int limit, long windowSeconds, int burst) {}

    record NetworksView(List<String> allow, List<String> deny) {}

    static VerifiedKey of(KeyCredential key) {
        ClientTerms client = key.client();
        PlanRate rate = client.rate();
        return new VerifiedKey(
                client.id(),
                client.name(),
                new PlanView(client.plan(), new Rate(rate.limit(), rate.window().toSeconds(), rate.burst())),
                client.scopes().stream().sorted().toList(),
                client.version(),
                key.keyId(),
                key.environment(),
                new NetworksView(client.allow(), client.deny()),
                client.timeZone(),
                key.expiresAt(),
                client.ownerId(),
                client.ownScopes().stream().sorted().toList());
    }
}
