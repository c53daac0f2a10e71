package io.tollgate.users.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.audit.Origin;
import io.tollgate.users.client.ClientFixtures.World;
import io.tollgate.users.credential.KeyHash;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class CreateClientTest {
    private final World world = new World();
    private final CreateClient create = world.createClient();

    @Test
    void a_client_comes_with_a_key_of_which_only_the_hash_is_kept() {
        NewClient made =
                create.handle(command("free", "catalog:read"), Origin.SYSTEM).block();
        String secret = made.key().secret().value();

        assertThat(KeySecret.isOne(secret)).isTrue();
        assertThat(made.key().key().hash()).isEqualTo(KeyHash.of(secret));
        assertThat(world.clients.kept).containsValue(made.client());
        assertThat(world.keys.kept).containsValue(made.key().key());
        assertThat(made.toString()).doesNotContain(secret);
    }

    @Test
    void two_clients_have_two_keys() {
        NewClient one =
                create.handle(command("free", "catalog:read"), Origin.SYSTEM).block();
        NewClient other =
                create.handle(command("free", "catalog:read"), Origin.SYSTEM).block();

        assertThat(one.key().secret()).isNotEqualTo(other.key().secret());
    }

    @Test
    void what_is_not_there_cannot_be_given() {
        refused("gold", "catalog:read", ClientRefused.UnknownPlan.class);
        refused("free", "internal", ClientRefused.UnknownScopes.class);
        refused("readers", "orders:write", ClientRefused.ScopesBeyondPlan.class);

        assertThat(world.clients.kept).isEmpty();
    }

    private void refused(String plan, String scope, Class<? extends ClientRefused> refusal) {
        create.handle(command(plan, scope), Origin.SYSTEM)
                .as(StepVerifier::create)
                .verifyError(refusal);
    }

    private static CreateClientCommand command(String plan, String scope) {
        return new CreateClientCommand(
                ClientDetails.of("Tea shop", plan, Set.of(scope)), KeyEnvironment.LIVE, Optional.empty());
    }
}
