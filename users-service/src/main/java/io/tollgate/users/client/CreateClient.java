package io.tollgate.users.client;

import io.tollgate.users.credential.CredentialFeed;
import io.tollgate.users.credential.CredentialKind;
import io.tollgate.values.Ids;
import io.tollgate.values.Randoms;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Makes an API client and its first key. */
@Service
public class CreateClient {
    private final Clients clients;
    private final Plans plans;
    private final CredentialFeed feed;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random = Randoms.nonBlocking();

    public CreateClient(Clients clients, Plans plans, CredentialFeed feed, Ids ids, Clock clock) {
        this.clients = clients;
        this.plans = plans;
        this.feed = feed;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<NewClient> handle(CreateClientCommand command) {
        return Mono.fromCallable(() -> make(command)).flatMap(this::keep);
    }

    private NewClient make(CreateClientCommand command) {
        plans.find(command.plan()).orElseThrow(UnknownPlan::new);
        requireKnown(command.scopes());
        Instant now = clock.instant();
        Client client = Client.create(ids.next("cli"), command.name(), command.plan(), command.scopes(), now);
        KeySecret secret = command.secret().orElseGet(() -> KeySecret.random(random));
        ApiKey key = new ApiKey(ids.next("key"), client.id(), secret.prefix(), secret.hash(), now);
        return new NewClient(client, key, secret);
    }

    private Mono<NewClient> keep(NewClient made) {
        Client client = made.client();
        return clients.add(client, made.key())
                .then(Mono.defer(() -> feed.append(CredentialKind.CLIENT, client.id(), client.credentialVersion())))
                .thenReturn(made);
    }

    private void requireKnown(Set<String> scopes) {
        Set<String> unknown = new TreeSet<>(scopes);
        unknown.removeAll(plans.scopes());
        if (!unknown.isEmpty()) {
            throw new UnknownScopes(unknown);
        }
    }
}
