package io.tollgate.users.client;

import io.tollgate.users.account.Users;
import io.tollgate.users.plan.KeptPlan;
import io.tollgate.users.plan.Plan;
import io.tollgate.users.plan.Plans;
import io.tollgate.users.plan.Scopes;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whether what is decided about a client can be: its plan exists and allows its scopes, its owner is somebody. */
@Service
public class CheckDetails {
    private final Plans plans;
    private final Scopes scopes;
    private final Users users;

    public CheckDetails(Plans plans, Scopes scopes, Users users) {
        this.plans = plans;
        this.scopes = scopes;
        this.users = users;
    }

    Mono<ClientDetails> handle(ClientDetails details) {
        return possible(details).then(Mono.defer(() -> requireOwner(details))).thenReturn(details);
    }

    /** What stays as it was need not be possible any more: who cannot be given it again can still be suspended. */
    Mono<ClientDetails> handle(ClientDetails details, ClientDetails before) {
        boolean samePlan =
                details.plan().equals(before.plan()) && details.scopes().equals(before.scopes());
        boolean sameOwner = details.ownerId().equals(before.ownerId());
        return (samePlan ? Mono.<Void>empty() : possible(details))
                .then(Mono.defer(() -> sameOwner ? Mono.<Void>empty() : requireOwner(details)))
                .thenReturn(details);
    }

    private Mono<Void> possible(ClientDetails details) {
        return plans.find(details.plan())
                .switchIfEmpty(Mono.error(ClientRefused.UnknownPlan::new))
                .map(KeptPlan::plan)
                .doOnNext(plan -> requireScopes(details.scopes(), plan))
                .then();
    }

    private void requireScopes(Set<String> wanted, Plan plan) {
        Set<String> unknown = new TreeSet<>(wanted);
        unknown.removeAll(scopes.scopes());
        if (!unknown.isEmpty()) {
            throw new ClientRefused.UnknownScopes(unknown);
        }
        Set<String> beyond =
                wanted.stream().filter(scope -> !plan.allows(scope)).collect(Collectors.toCollection(TreeSet::new));
        if (!beyond.isEmpty()) {
            throw new ClientRefused.ScopesBeyondPlan(beyond);
        }
    }

    private Mono<Void> requireOwner(ClientDetails details) {
        return Mono.justOrEmpty(details.ownerId())
                .flatMap(owner -> users.find(owner)
                        .filter(user -> !user.isErased())
                        .switchIfEmpty(Mono.error(ClientRefused.UnknownOwner::new)))
                .then();
    }
}
