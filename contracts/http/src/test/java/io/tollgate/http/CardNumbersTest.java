package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ExtendWith(OutputCaptureExtension.class)
class CardNumbersTest extends ShelfTest {
    private static final String VISA = "4111 1111 1111 1111";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111\u00a01111\u20111111 1111",
                "4111.1111.1111.1111",
                "4111/1111/1111/1111",
                "4111\t1111  1111 - 1111",
                "4111\u200b1111\u200b1111\u200b1111",
                "\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11",
                "\u0664\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661",
                "378282246310005",
                "4222222222222",
                "6304000000000000000",
                "my card: 5555555555554444, thanks",
                "2026-05-04 4111 1111 1111 1111 12/28",
                "a4111111111111111",
                "4111111111111111x",
                "tok_4111111111111111",
                "card4111111111111111exp",
                "4111_1111_1111_1111",
                "visa4111-1111-1111-1111",
                "4111 1111 1111 1111cvc",
                "amex3782 822463 10005",
                "ann4111111111111111@example.com",
                "2223003122003222",
                "2200000000000053"
            })
    void a_card_number_is_found_however_it_is_written(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4111111111111112",
                "411111111111",
                "41111111111111111111",
                "1777896000007",
                "ord_01kqsdr2g0efqbx5q5kkj0z75h",
                "a4111111111111111b2",
                "1a4111111111111111",
                "card4111111111111111exp1228",
                "x4111111111111112",
                "20260504120018",
                "PO20260504120018",
                "1Z999AA10123456784",
                "RR123456785GB",
                "JJD000390007882877128",
                "9400111899223100001234",
                "4b111111-1111-1111-9111-123456789012",
                "41111111-1111-1111-9111-123456789012",
                "0f4e2b1a-1234-4123-8123-123456789012",
                "2026-05-04T12:00:00.187Z",
                "+49 170 1234567"
            })
    void other_numbers_are_left_alone(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }

    @Test
    void what_computers_make_up_is_no_card_number() {
        Random chance = new Random(42);
        for (int i = 0; i < 100_000; i++) {
            UUID id = new UUID(chance.nextLong(), chance.nextLong());
            assertThat(CardNumbers.isIn(id.toString())).as("%s", id).isFalse();
            assertThat(CardNumbers.isIn("ord_0" + Long.toString(Math.abs(chance.nextLong()), 32)))
                    .as("%s", id)
                    .isFalse();
            String hash = "%016x%016x%016x".formatted(chance.nextLong(), chance.nextLong(), chance.nextLong());
            assertThat(CardNumbers.isIn(hash)).as(hash).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "1111 "})
    void a_text_of_digits_is_read_to_its_end_however_long_it_is(String digits) {
        String text = digits.repeat(500_000);

        assertThat(CardNumbers.isIn(text)).isFalse();
        assertThat(CardNumbers.isIn(text + ", " + VISA)).isTrue();
    }

    @Test
    void a_body_is_refused_with_every_place_and_without_the_number(CapturedOutput output) {
        refused("{\"lines\":[{\"sku\":\"%s\",\"quantity\":1},{\"sku\":\"x 4222222222222\",\"unknown\":1}]}"
                        .formatted(VISA))
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/card-number")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lines/0/sku")
                .jsonPath("$.errors[1].pointer")
                .isEqualTo("/lines/1/sku")
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
        assertThat(output).doesNotContain("1111", "4222222222222");
    }

    @Test
    void a_number_as_a_name_or_behind_escapes_is_refused_and_not_repeated() {
        String name = new String(refused("{\"total\":{\"4111111111111111\":{\"a\":\"4111111111111111\"}}}")
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/total")
                .returnResult()
                .getResponseBody());
        assertThat(name).doesNotContain("4111111111111111");
        refused("{\"lines\":[{\"sku\":\"\uff14%s\"}]}".formatted("\uff11".repeat(15)));
        refused("{\"lines\":[{\"sku\":\"\\u0034111111111111111\"}]}");
    }

    private ResponseSpec refused(String body) {
        return asAnn().post()
                .uri("/v1/baskets")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
