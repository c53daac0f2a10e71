package io.tollgate.users.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CheckPasswordTest {
    private static final UserCredential ANN =
            new UserCredential("usr_ann", Set.of("customer"), new PasswordHash("hash of tea"), 3);

    private final List<Optional<PasswordHash>> compared = new ArrayList<>();
    private final CheckPassword check = new CheckPassword(
            email -> email.value().equals("ann@example.com") ? Mono.just(ANN) : Mono.empty(), new PlainPasswords());

    @Test
    void the_right_password_proves_the_user_however_the_address_is_spelled() {
        check.handle(" ANN@example.com ", "tea")
                .as(StepVerifier::create)
                .expectNext(ANN)
                .verifyComplete();
    }

    @Test
    void a_wrong_password_and_an_unknown_user_get_the_same_answer_for_the_same_work() {
        check.handle("ann@example.com", "coffee").as(StepVerifier::create).verifyError(CredentialUnknown.class);
        check.handle("eve@example.com", "tea").as(StepVerifier::create).verifyError(CredentialUnknown.class);

        assertThat(compared).containsExactly(Optional.of(ANN.hash()), Optional.empty());
    }

    private final class PlainPasswords implements Passwords {
        @Override
        public Mono<PasswordHash> hash(String password) {
            return Mono.just(new PasswordHash("hash of " + password));
        }

        @Override
        public Mono<Boolean> matches(String password, Optional<PasswordHash> hash) {
            compared.add(hash);
            return hash(password).map(own -> hash.filter(own::equals).isPresent());
        }
    }
}
