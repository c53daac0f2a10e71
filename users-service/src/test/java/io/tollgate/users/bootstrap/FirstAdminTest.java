package io.tollgate.users.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.values.InvalidVariable;
import org.junit.jupiter.api.Test;

class FirstAdminTest {
    private static final String KEY = "tg_live_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

    @Test
    void address_password_and_key_are_told_apart_also_around_colons() {
        FirstAdmin admin = FirstAdmin.parse("root@example.com:a:b:c:" + KEY);

        assertThat(admin.email()).isEqualTo("root@example.com");
        assertThat(admin.password()).isEqualTo("a:b:c");
        assertThat(admin.key().value()).isEqualTo(KEY);
        assertThat(admin.toString()).doesNotContain("a:b:c").doesNotContain(KEY);
    }

    @Test
    void anything_else_stops_the_start_by_name_and_without_a_secret() {
        for (String wrong :
                new String[] {"root", "root@example.com:" + KEY, ":secret:" + KEY, "root@example.com:secret:tg_1"}) {
            assertThatThrownBy(() -> FirstAdmin.parse(wrong))
                    .isInstanceOf(InvalidVariable.class)
                    .hasMessageStartingWith("TOLLGATE_BOOTSTRAP_ADMIN ")
                    .hasMessageNotContaining("secret");
        }
    }
}
