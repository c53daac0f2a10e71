package io.tollgate.workers.notification;

import java.time.Instant;
import java.util.Map;

/** One order and whose it is. */
public final class NotificationFixtures {
    public static final OrderId ORDER = new OrderId("ord_01kqsdr2g0efqbx5q5kkj0z75h");
    public static final UserId MIRA = new UserId("usr_01kpmz88c1ef1tnyr5f7dfw65v");
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00.310Z");
    public static final News CANCELED =
            News.ofOrder(ORDER, Template.ORDER_CANCELED, MIRA).saying(Map.of("reason", "payment-declined"));
    public static final News VOIDED = News.ofPayment(ORDER, Template.REFUND_PAID, "void");

    private NotificationFixtures() {}

    public static NotificationId id(int number) {
        return new NotificationId("ntf_" + number);
    }

    public static Notification canceled(NotificationId id) {
        return new Notification(id, Template.ORDER_CANCELED, "", Map.of("reason", "payment-declined"), NOON);
    }

    public static Notification voided(NotificationId id) {
        return new Notification(id, Template.REFUND_PAID, "void", Map.of(), NOON);
    }
}
