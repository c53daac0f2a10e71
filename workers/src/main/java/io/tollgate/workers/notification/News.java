package io.tollgate.workers.notification;

import java.util.Map;
import java.util.Optional;

/**
 * Something happened to an order; the facts of payments do not say whose order it is.
 *
 * @param reference tells apart what may happen to one order more than once, such as its refunds; else empty
 * @param parameters what the text says beside the template's own words
 */
public record News(
        OrderId orderId, Template template, String reference, Optional<UserId> userId, Map<String, String> parameters) {

    public News {
        parameters = Map.copyOf(parameters);
    }

    public static News ofOrder(OrderId orderId, Template template, UserId userId) {
        return new News(orderId, template, "", Optional.of(userId), Map.of());
    }

    public static News ofPayment(OrderId orderId, Template template, String reference) {
        return new News(orderId, template, reference, Optional.empty(), Map.of());
    }

    public News saying(Map<String, String> more) {
        return new News(orderId, template, reference, userId, more);
    }
}
