package io.tollgate.gateway.caller.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.caller.Password;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BasicSchemeTest {
    @Test
    void everything_after_the_first_colon_is_the_password() {
        assertThat(BasicScheme.parse(basic("ada@x.example:a:b ä€", StandardCharsets.UTF_8)))
                .contains(new Password("ada@x.example", "a:b ä€"));
    }

    @Test
    void what_is_not_utf_8_or_has_control_characters_proves_nothing() {
        assertThat(BasicScheme.parse(basic("ada:ä", StandardCharsets.ISO_8859_1)))
                .isEmpty();
        assertThat(BasicScheme.parse(basic("ada:a\nb", StandardCharsets.UTF_8))).isEmpty();
        assertThat(BasicScheme.parse(basic("ada", StandardCharsets.UTF_8))).isEmpty();
        assertThat(BasicScheme.parse(basic(":secret", StandardCharsets.UTF_8))).isEmpty();
        assertThat(BasicScheme.parse(basic("ada:", StandardCharsets.UTF_8))).isEmpty();
        assertThat(BasicScheme.parse(basic("ada:a\u0000b", StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(BasicScheme.parse(basic("ada:a\u0085b", StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(BasicScheme.parse(basic("ada:" + "x".repeat(1_000), StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(BasicScheme.parse("Bearer abc")).isEmpty();
    }

    @Test
    void what_looks_like_a_card_number_is_nobodys_name_or_password() {
        assertThat(BasicScheme.parse(basic("4111111111111111@x.example:secret", StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(BasicScheme.parse(basic("ada:4111 1111 1111 1111", StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(BasicScheme.parse(basic("ada:4111111111111112", StandardCharsets.UTF_8)))
                .isPresent();
    }

    @Test
    void a_password_is_shown_to_nobody() {
        assertThat(BasicScheme.parse(basic("ada:secret", StandardCharsets.UTF_8))
                        .orElseThrow())
                .hasToString("Password[not shown]");
    }

    private static String basic(String pair, Charset charset) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(charset));
    }
}
