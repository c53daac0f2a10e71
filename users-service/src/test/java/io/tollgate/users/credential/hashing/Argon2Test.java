package io.tollgate.users.credential.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Argon2Test {
    private static final HashingProperties COST = new HashingProperties(19456, 2, 1, 1, 1);
    private static final byte[] SALT = "somesaltsomesalt".getBytes(StandardCharsets.US_ASCII);

    @Test
    void a_hash_made_by_the_reference_implementation_is_understood() {
        // argon2 (P-H-C), "password" with salt "somesalt", -id -t 2 -m 16 -p 1
        Argon2 reference =
                Argon2.parse("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(reference.matches("password")).isTrue();
        assertThat(reference.matches("passwort")).isFalse();
    }

    @Test
    void a_hash_says_how_it_was_made_and_matches_only_its_password() {
        String encoded = Argon2.of(COST, SALT, "caf\u00e9 au lait").encoded();

        assertThat(encoded).startsWith("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$");
        assertThat(Argon2.parse(encoded).matches("caf\u00e9 au lait")).isTrue();
        assertThat(Argon2.parse(encoded).matches("cafe\u0301 au lait")).isTrue();
        assertThat(Argon2.parse(encoded).matches("cafe au lait")).isFalse();
    }

    @Test
    void what_is_no_such_hash_is_not_repeated_in_the_failure() {
        assertThatThrownBy(() -> Argon2.parse("$2a$10$secret"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("secret");
    }
}
