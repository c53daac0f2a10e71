package io.tollgate.workers.notification;

import java.time.Instant;
import java.util.Optional;

/** One order and whose it is. */
public final class NotificationFixtures {
    public static final OrderId ORDER = new OrderId("ord_01kqsdr2g0efqbx5q5kkj0z75h");
    public static final UserId MIRA = new UserId("usr_01kpmz88c1ef1tnyr5f7dfw65v");
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00.310Z");
    public static final News CANCELED =
            News.ofOrder(ORDER, Template.ORDER_CANCELED, MIRA).because("payment-declined");
    public static final News VOIDED = News.ofPayment(ORDER, Template.PAYMENT_VOIDED);

    private NotificationFixtures() {}

    public static NotificationId id(int number) {
        return new NotificationId("ntf_" + number);
    }

    public static Notification canceled(NotificationId id) {
        return new Notification(id, Template.ORDER_CANCELED, Optional.of("payment-declined"), NOON);
    }

    public static Notification voided(NotificationId id) {
        return new Notification(id, Template.PAYMENT_VOIDED, Optional.empty(), NOON);
    }
}
