package io.tollgate.workers.email;

import static io.tollgate.workers.email.EmailFixtures.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplateTest {
    private static final Map<String, String> EVERYTHING = Map.ofEntries(
            Map.entry("orderId", "ord_1"),
            Map.entry("reason", "expired"),
            Map.entry("token", "t0k3n"),
            Map.entry("expiresAt", "noon"),
            Map.entry("carrier", "Parcel"),
            Map.entry("trackingNumber", "SP1"),
            Map.entry("amount", "43.90 EUR"),
            Map.entry("outcome", "released"),
            Map.entry("client", "Tea shop"),
            Map.entry("quota", "monthly"),
            Map.entry("percent", "80"),
            Map.entry("limit", "1000000"),
            Map.entry("unit", "calls"),
            Map.entry("resetAt", "1 June 2026, 00:00 Europe/Berlin"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify-email",
                "email-in-use",
                "reset-password",
                "order-confirmed",
                "order-canceled",
                "order-shipped",
                "refund-paid",
                "quota-reached"
            })
    void every_template_of_the_wire_has_its_words_and_no_gap_in_them(String name) {
        Letter letter =
                MailTemplate.of(name).orElseThrow().fill(mail("Jo", EVERYTHING)).orElseThrow();

        assertThat(letter.subject() + letter.text()).doesNotContain("{", "}");
    }

    @Test
    void a_token_stands_alone_on_its_line() {
        Letter letter = MailTemplate.VERIFY_EMAIL.fill(mail("Jo", EVERYTHING)).orElseThrow();

        assertThat(letter.text().lines()).contains("    t0k3n");
    }

    @Test
    void a_template_nobody_knows_and_one_without_its_parameters_are_nothing() {
        assertThat(MailTemplate.of("ORDER_CONFIRMED")).isEmpty();
        assertThat(MailTemplate.of("happy-birthday")).isEmpty();
        assertThat(MailTemplate.ORDER_SHIPPED.fill(mail("Jo", Map.of("orderId", "ord_1"))))
                .isEqualTo(Optional.empty());
    }

    @Test
    void what_somebody_typed_begins_no_line_and_is_not_filled_itself() {
        String name = "Jo\r\nBcc: all@example.com\n\nBuy {token} $1 \\ at\u2028evil.example";

        Letter letter =
                MailTemplate.ORDER_CONFIRMED.fill(mail(name, EVERYTHING)).orElseThrow();

        assertThat(letter.text()).startsWith("Hello Jo Bcc: all@example.com Buy {token} $1 \\ at evil.example,\n");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"VERIFY_EMAIL", "EMAIL_IN_USE"})
    void nobody_can_have_us_send_his_words_to_an_address_that_is_not_his(MailTemplate template) {
        Letter letter = template.fill(mail("Visit evil.example", EVERYTHING)).orElseThrow();

        assertThat(letter.subject() + letter.text()).doesNotContain("evil.example");
    }

    private static Mail mail(String name, Map<String, String> parameters) {
        Recipient recipient = new Recipient("jo@customers.example", name);
        return new Mail(MAIL.notificationId(), MAIL.userId(), recipient, "any", parameters);
    }
}
