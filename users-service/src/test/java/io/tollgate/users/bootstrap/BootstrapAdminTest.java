package io.tollgate.users.bootstrap;

import io.tollgate.users.UsersTest;
import io.tollgate.users.client.KeySecret;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BootstrapAdminTest extends UsersTest {
    @Autowired
    BootstrapAdmin bootstrap;

    @Test
    void a_house_with_somebody_in_it_lets_no_second_administrator_in() {
        FirstAdmin late = new FirstAdmin("late@example.com", "secret", new KeySecret(ADMIN_KEY));
        Mono<Void> somebody =
                database.sql("UPDATE user_account SET name = name").then();

        somebody.then(Mono.defer(() -> bootstrap.handle(late)))
                .as(StepVerifier::create)
                .expectNext(false)
                .verifyComplete();
    }
}
