package io.tollgate.users.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmailTest {
    @Test
    void an_address_is_the_same_however_its_letters_were_typed() {
        assertThat(Email.normalized(" Zoe\u0308@Example.com ")).isEqualTo(Email.normalized("zoë@example.com"));
        assertThat(Email.lowerCase("ZOE\u0308")).isEqualTo("zoë");
        assertThat(Email.lowerCase(null)).isNull();
    }
}
