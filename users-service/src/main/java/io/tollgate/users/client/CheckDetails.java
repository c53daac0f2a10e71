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

    public Mono<ClientDetails> handle(ClientDetails details) {
        return plans.find(details.plan())
                .switchIfEmpty(Mono.error(ClientRefused.UnknownPlan::new))
                .map(KeptPlan::plan)
                .doOnNext(plan -> requireScopes(details.scopes(), plan))
                .then(Mono.defer(() -> requireOwner(details)))
                .thenReturn(details);
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
