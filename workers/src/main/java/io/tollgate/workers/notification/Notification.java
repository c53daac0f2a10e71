package io.tollgate.workers.notification;

import java.time.Instant;
import java.util.Map;

/** What a user is to be told about an order, once per template and reference. */
public record Notification(
        NotificationId id, Template template, String reference, Map<String, String> parameters, Instant createdAt) {

    boolean tells(News news) {
        return template == news.template() && reference.equals(news.reference());
    }
}
