package io.tollgate.workers.notification;

import java.util.Optional;

/** Something happened to an order; the facts of payments do not say whose order it is. */
public record News(OrderId orderId, Template template, Optional<UserId> userId, Optional<String> reason) {
    public static News ofOrder(OrderId orderId, Template template, UserId userId) {
        return new News(orderId, template, Optional.of(userId), Optional.empty());
    }

    public static News ofPayment(OrderId orderId, Template template) {
        return new News(orderId, template, Optional.empty(), Optional.empty());
    }

    public News because(String why) {
        return new News(orderId, template, userId, Optional.of(why));
    }
}
