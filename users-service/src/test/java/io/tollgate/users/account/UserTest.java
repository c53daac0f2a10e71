package io.tollgate.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.credential.Email;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final Email HOME = new Email("ann@example.com");
    private static final Email WORK = new Email("ann@work.example");
    private static final User NEW = User.register("usr_ann", HOME, " Ann ", NOW);
    private static final User ANN = NEW.verified(NOW).after();

    @Test
    void a_user_is_told_of_once_the_address_is_proven_and_once() {
        Change verified = NEW.verified(NOW);

        assertThat(verified.after().isActive()).isTrue();
        assertThat(verified.facts()).containsExactly(new UserFact.Registered("usr_ann", 2, NOW));
        assertThat(ANN.verified(NOW).isNone()).isTrue();
    }

    @Test
    void what_a_gateway_may_have_kept_counts_as_another_credential_and_a_name_does_not() {
        assertThat(ANN.renamed("Annie", NOW).touchesCredential()).isFalse();
        assertThat(ANN.preferring(new Preferences("de", false), NOW).touchesCredential())
                .isFalse();
        assertThat(ANN.passwordChanged(NOW).touchesCredential()).isTrue();
        assertThat(ANN.withRoles(Set.of(Role.SUPPORT), NOW).touchesCredential()).isTrue();
        assertThat(ANN.deactivated(NOW).touchesCredential()).isTrue();
        assertThat(ANN.erased(NOW).touchesCredential()).isTrue();
    }

    @Test
    void another_address_counts_once_it_is_proven() {
        User wanting = ANN.wanting(WORK, NOW).after();

        assertThat(wanting.profile().email()).isEqualTo(HOME);
        assertThat(wanting.emailProven(NOW).after().profile().email()).isEqualTo(WORK);
        assertThat(wanting.wanting(HOME, NOW).after().profile().pendingEmail()).isEmpty();
        assertThat(ANN.emailProven(NOW).isNone()).isTrue();
    }

    @Test
    void a_deactivated_user_comes_back_as_what_it_was() {
        assertThat(ANN.deactivated(NOW).facts()).containsExactly(new UserFact.Deactivated("usr_ann", 3, NOW));
        assertThat(ANN.deactivated(NOW).after().reactivated(NOW).after().isActive())
                .isTrue();
        assertThat(NEW.deactivated(NOW)
                        .after()
                        .reactivated(NOW)
                        .after()
                        .standing()
                        .status())
                .isEqualTo(UserStatus.UNVERIFIED);
        assertThat(ANN.reactivated(NOW).isNone()).isTrue();
    }

    @Test
    void of_an_erased_user_there_is_the_id() {
        User gone = ANN.wanting(WORK, NOW).after().erased(NOW).after();

        assertThat(gone.profile().email().value()).isEqualTo("usr_ann");
        assertThat(gone.profile().pendingEmail()).isEmpty();
        assertThat(gone.profile().name()).isEmpty();
        assertThat(gone.standing().roles()).isEmpty();
    }

    @Test
    void administrators_are_counted_while_they_may_act() {
        User root = ANN.withRoles(Set.of(Role.ADMIN), NOW).after();

        assertThat(ANN.withRoles(Set.of(Role.ADMIN), NOW).administrators()).isEqualTo(1);
        assertThat(root.deactivated(NOW).administrators()).isEqualTo(-1);
        assertThat(root.erased(NOW).administrators()).isEqualTo(-1);
        assertThat(root.passwordChanged(NOW).administrators()).isZero();
    }

    @Test
    void two_changes_as_one_tell_of_both() {
        Change verified = NEW.verified(NOW);
        Change both = verified.then(verified.after().passwordChanged(NOW));

        assertThat(both.before()).isEqualTo(NEW);
        assertThat(both.facts()).hasSize(2);
        assertThat(ANN.verified(NOW).then(ANN.passwordChanged(NOW)).facts()).hasSize(1);
    }

    @Test
    void nothing_of_a_person_is_in_what_a_log_would_show() {
        assertThat(ANN.toString()).doesNotContain("ann@").doesNotContain("Ann,");
    }
}
