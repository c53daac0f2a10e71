package io.tollgate.products.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Espresso cup, white",
                " Cup ",
                "1234567890123456789012345678901234567890123456789012345678901234567890123456789 behind a blank",
                "1234567890123456789012345678901234567890123456789012345678901234567890123456789\uD83C\uDF75 tea",
                "\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA"
            })
    void where_a_page_ended_is_found_again_from_its_cursor(String name) {
        String key = Position.nameKey(name);

        assertThat(Position.nameKey(key)).isEqualTo(key);
        assertThat(key.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff))
                .as("no half of a character, which no cursor can carry")
                .isTrue();
    }
}
