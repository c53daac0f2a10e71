package io.tollgate.users.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CheckPasswordTest {
    private static final UserCredential ANN =
            new UserCredential("usr_ann", Set.of("customer"), new PasswordHash("hash of tea"), 3, true);
    private static final UserCredential BOB =
            new UserCredential("usr_bob", Set.of("customer"), new PasswordHash("hash of tea"), 3, false);

    private final List<Optional<PasswordHash>> compared = new ArrayList<>();
    private final CheckPassword check = new CheckPassword(new TwoUsers(), new PlainPasswords());

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

    @Test
    void an_account_that_may_not_sign_in_is_as_unknown_and_as_much_work() {
        check.handle("bob@example.com", "tea").as(StepVerifier::create).verifyError(CredentialUnknown.class);

        assertThat(compared).containsExactly(Optional.of(BOB.hash()));
    }

    private static final class TwoUsers implements UserCredentials {
        @Override
        public Mono<UserCredential> find(Email email) {
            return Mono.justOrEmpty(
                    Map.of("ann@example.com", ANN, "bob@example.com", BOB).get(email.value()));
        }

        @Override
        public Mono<UserCredential> find(String userId) {
            return Mono.justOrEmpty(Map.of("usr_ann", ANN, "usr_bob", BOB).get(userId));
        }
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
