package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {
    @Test
    void who_has_the_role_and_an_administrator_may() {
        assertThatCode(() -> withRole("support").requireRole("support")).doesNotThrowAnyException();
        assertThatCode(() -> withRole("admin").requireRole("support")).doesNotThrowAnyException();
    }

    @Test
    void who_has_another_role_may_not() {
        assertThatThrownBy(() -> withRole("customer").requireRole("admin"))
                .isInstanceOfSatisfying(
                        HttpRefusal.class,
                        refusal -> assertThat(refusal.problem().type()).isEqualTo(ProblemTypes.MISSING_ROLE));
    }

    @Test
    void an_application_alone_has_no_role() {
        assertThat(new Caller("cli_shop", Optional.empty(), Set.of(), Set.of("admin")).hasRole("admin"))
                .isFalse();
    }

    private static Caller withRole(String role) {
        return new Caller("cli_shop", Optional.of("usr_ann"), Set.of(), Set.of(role));
    }
}
