package io.tollgate.workers.email;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One mail to Jo. */
public final class EmailFixtures {
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00.310Z");
    public static final Instant TOMORROW = NOON.plus(Duration.ofHours(24));
    public static final Recipient JO = new Recipient("jo.miller@example.com", "Jo Miller");
    public static final Mail MAIL = new Mail(
            new NotificationId("ntf_01kqsdr2spfdgv7mksj8emf2vk"),
            new UserId("usr_01kpmz88c1ef1tnyr5f7dfw65v"),
            JO,
            "order-canceled",
            Map.of("orderId", "ord_01kqsdr2g0efqbx5q5kkj0z75h", "reason", "payment-declined"));
    public static final Letter LETTER = new Letter(JO, "Your order", "Hello Jo");
    public static final EmailProperties PROPERTIES =
            new EmailProperties(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofHours(24), 8);

    private EmailFixtures() {}

    public static MailIntent aPendingMail() {
        return MailIntent.pending(MAIL, NOON, TOMORROW);
    }

    public static ClaimedMail aClaimedMail() {
        return claimed(LETTER);
    }

    public static ClaimedMail claimed(Letter letter) {
        return new ClaimedMail(aPendingMail(), letter, "claim", Optional.empty());
    }

    public static MailIntent in(MailIntent intent, MailIntent.State state, Instant nextAttemptAt) {
        return new MailIntent(
                intent.id(),
                intent.userId(),
                intent.template(),
                state,
                intent.attempts() + 1,
                nextAttemptAt,
                intent.expiresAt(),
                Optional.empty());
    }
}
