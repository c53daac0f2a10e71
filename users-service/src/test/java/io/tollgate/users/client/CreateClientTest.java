package io.tollgate.users.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MutableClock;
import io.tollgate.testing.SequentialIds;
import io.tollgate.users.client.Plans.PlanRate;
import io.tollgate.users.credential.KeyHash;
import io.tollgate.users.credential.RecordedFeed;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CreateClientTest {
    private static final Plans PLANS =
            new Plans(Map.of("free", rate(), "internal", rate()), Set.of("catalog:read", "orders:write"));

    private final Map<Client, ApiKey> kept = new HashMap<>();
    private final CreateClient create =
            new CreateClient(new KeptClients(), PLANS, new RecordedFeed(), new SequentialIds(), MutableClock.atNoon());

    @Test
    void a_client_comes_with_a_key_of_which_only_the_hash_is_kept() {
        NewClient made = create.handle(command("free", "catalog:read")).block();

        assertThat(KeySecret.isOne(made.secret().value())).isTrue();
        assertThat(made.key().hash()).isEqualTo(KeyHash.of(made.secret().value()));
        assertThat(kept).containsEntry(made.client(), made.key());
        assertThat(made.key().toString()).doesNotContain(made.secret().value());
        assertThat(made.toString()).doesNotContain(made.secret().value());
    }

    @Test
    void two_clients_have_two_keys() {
        NewClient one = create.handle(command("free", "catalog:read")).block();
        NewClient other = create.handle(command("free", "catalog:read")).block();

        assertThat(one.secret()).isNotEqualTo(other.secret());
    }

    @Test
    void what_is_not_configured_cannot_be_given() {
        create.handle(command("gold", "catalog:read")).as(StepVerifier::create).verifyError(UnknownPlan.class);
        create.handle(command("free", "internal")).as(StepVerifier::create).verifyErrorSatisfies(refusal -> assertThat(
                        ((UnknownScopes) refusal).scopes())
                .containsExactly("internal"));
        assertThat(kept).isEmpty();
    }

    private static CreateClientCommand command(String plan, String scope) {
        return new CreateClientCommand("Tea shop", plan, Set.of(scope), Optional.empty());
    }

    private static PlanRate rate() {
        return new PlanRate(100, Duration.ofSeconds(60), 100);
    }

    private final class KeptClients implements Clients {
        @Override
        public Mono<Void> add(Client client, ApiKey key) {
            return Mono.fromRunnable(() -> kept.put(client, key));
        }

        @Override
        public Mono<Boolean> isEmpty() {
            return Mono.just(kept.isEmpty());
        }
    }
}
