package io.tollgate.workers.email;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of each mail. Those to an address that nobody has proved to own do not repeat the name that somebody typed:
 * else anybody could have us send his words to anybody.
 */
enum MailTemplate {
    VERIFY_EMAIL(
            "Confirm your e-mail address",
            """
            Hello,

            somebody registered with this e-mail address. If it was you, confirm it with this token:

                {token}

            It can be used once, until {expiresAt}. If you registered more than once, set a new password before you sign in. If
            it was not you, do nothing.
            """),
    EMAIL_IN_USE(
            "You have an account already",
            """
            Hello,

            somebody wanted to register with this e-mail address, which has an account. If it was you, sign in, or reset
            your password. If it was not you, do nothing.
            """),
    RESET_PASSWORD(
            "Reset your password",
            """
            Hello {name},

            somebody wants to set a new password for your account. If it was you, use this token:

                {token}

            It can be used once, until {expiresAt}. If it was not you, do nothing: your password stays as it is.
            """),
    ORDER_CONFIRMED(
            "Your order {orderId} is confirmed",
            """
            Hello {name},

            your order {orderId} is confirmed. We tell you when it is on its way.
            """),
    ORDER_CANCELED(
            "Your order {orderId} is canceled",
            """
            Hello {name},

            your order {orderId} is canceled ({reason}). What you paid or what was set aside on your card comes back to you.
            """),
    ORDER_SHIPPED(
            "Your order {orderId} is on its way",
            """
            Hello {name},

            your order {orderId} is on its way with {carrier}, tracking number {trackingNumber}.
            """),
    REFUND_PAID(
            "Your money for order {orderId}",
            """
            Hello {name},

            {amount} for your order {orderId} is yours again ({outcome}).
            """),
    QUOTA_REACHED(
            "{client}: {percent} % of the quota {quota} used",
            """
            Hello {name},

            {client} has used {percent} % of its quota {quota} ({limit} {unit}). Everything is there again on {resetAt};
            once nothing is left, its requests are refused until then.
            """);

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int LONGEST_VALUE = 500;

    private final String subject;
    private final String text;

    MailTemplate(String subject, String text) {
        this.subject = subject;
        this.text = text;
    }

    /** By its name on the wire. */
    static Optional<MailTemplate> of(String name) {
        return Arrays.stream(values())
                .filter(template -> template.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(name))
                .findFirst();
    }

    /** Empty when a parameter is missing. */
    Optional<Letter> fill(Mail mail) {
        Map<String, String> values = new HashMap<>(mail.parameters());
        values.put("name", mail.recipient().name());
        boolean complete =
                PLACE.matcher(subject + text).results().allMatch(place -> values.containsKey(place.group(1)));
        return complete
                ? Optional.of(new Letter(mail.recipient(), filled(subject, values), filled(text, values)))
                : Optional.empty();
    }

    private static String filled(String words, Map<String, String> values) {
        return PLACE.matcher(words).replaceAll(place -> java.util.regex.Matcher.quoteReplacement(value(place, values)));
    }

    /** One line, whatever was typed: no value begins a header, or a paragraph of its own. */
    private static String value(MatchResult place, Map<String, String> values) {
        String line = values.get(place.group(1))
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip();
        return line.substring(0, Math.min(line.length(), LONGEST_VALUE));
    }
}
