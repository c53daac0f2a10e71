package io.tollgate.workers.email;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One mail to Mira. */
public final class EmailFixtures {
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00.310Z");
    public static final Instant TOMORROW = NOON.plus(Duration.ofHours(24));
    public static final Mail MAIL = new Mail(
            new NotificationId("ntf_01kqsdr2spfdgv7mksj8emf2vk"),
            new UserId("usr_01kpmz88c1ef1tnyr5f7dfw65v"),
            new OrderId("ord_01kqsdr2g0efqbx5q5kkj0z75h"),
            "order-canceled",
            Optional.of("payment-declined"));
    public static final EmailProperties PROPERTIES = new EmailProperties(
            "http://localhost", Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofHours(24), 8);

    private EmailFixtures() {}

    public static MailIntent aClaimedMail() {
        return new MailIntent(
                MAIL,
                MailIntent.State.PENDING,
                0,
                NOON,
                TOMORROW,
                Optional.empty(),
                new MailIntent.Handle("claim", Optional.empty()));
    }
}
