package io.tollgate.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MutableClock;
import io.tollgate.testing.SequentialIds;
import io.tollgate.users.credential.CredentialKind;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.credential.RecordedFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RegisterUserTest {
    private static final RegisterUserCommand ANN = new RegisterUserCommand(
            Email.normalized(" Ann@Example.com "), new PasswordHash("hash"), " Ann ", Set.of(Role.CUSTOMER));

    private final Map<Email, User> kept = new HashMap<>();
    private final List<UserRegistered> told = new ArrayList<>();
    private final RecordedFeed feed = new RecordedFeed();
    private final RegisterUser register =
            new RegisterUser(new KeptUsers(), this::tell, feed, new SequentialIds(), MutableClock.atNoon());

    @Test
    void a_new_user_is_kept_told_of_and_fed_to_the_gateways() {
        User ann = register.handle(ANN).block();

        assertThat(ann.email().value()).isEqualTo("ann@example.com");
        assertThat(ann.name()).isEqualTo("Ann");
        assertThat(kept.values()).containsExactly(ann);
        assertThat(told).containsExactly(new UserRegistered(ann.id(), 1, Instant.parse("2026-05-04T12:00:00Z")));
        assertThat(feed.appended).containsExactly(new RecordedFeed.Appended(CredentialKind.USER, ann.id(), 1));
    }

    @Test
    void a_second_account_for_an_address_is_refused_and_told_to_nobody() {
        register.handle(ANN).as(StepVerifier::create).expectNextCount(1).verifyComplete();

        register.handle(ANN).as(StepVerifier::create).verifyError(EmailTaken.class);
        assertThat(told).hasSize(1);
        assertThat(feed.appended).hasSize(1);
    }

    @Test
    void nothing_of_a_person_is_in_what_a_log_would_show() {
        assertThat(ANN.toString()).doesNotContain("ann@").doesNotContain("=hash");
    }

    private Mono<Void> tell(UserRegistered fact) {
        return Mono.fromRunnable(() -> told.add(fact));
    }

    private final class KeptUsers implements Users {
        @Override
        public Mono<Void> add(User user, PasswordHash password) {
            return kept.putIfAbsent(user.email(), user) == null ? Mono.empty() : Mono.error(new EmailTaken());
        }

        @Override
        public Mono<User> find(String id) {
            return Mono.empty();
        }

        @Override
        public Mono<Boolean> isEmpty() {
            return Mono.just(kept.isEmpty());
        }
    }
}
