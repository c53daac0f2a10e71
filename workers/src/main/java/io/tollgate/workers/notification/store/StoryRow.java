package io.tollgate.workers.notification.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.workers.notification.Notification;
import io.tollgate.workers.notification.NotificationId;
import io.tollgate.workers.notification.OrderId;
import io.tollgate.workers.notification.OrderStory;
import io.tollgate.workers.notification.Template;
import io.tollgate.workers.notification.UserId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A story joined with one of its notifications, or with none. */
record StoryRow(OrderId orderId, long version, Optional<UserId> userId, Optional<Notification> notification) {
    static StoryRow read(Readable row) {
        return new StoryRow(
                new OrderId(row.get("order_id", String.class)),
                row.get("version", Long.class),
                Optional.ofNullable(row.get("user_id", String.class)).map(UserId::new),
                Optional.ofNullable(row.get("id", String.class)).map(id -> notification(id, row)));
    }

    static OrderStory together(List<StoryRow> rows) {
        StoryRow first = rows.get(0);
        List<Notification> notifications = rows.stream()
                .map(StoryRow::notification)
                .flatMap(Optional::stream)
                .toList();
        return new OrderStory(first.orderId, first.version, first.userId, notifications);
    }

    private static Notification notification(String id, Readable row) {
        return new Notification(
                new NotificationId(id),
                Template.valueOf(row.get("template", String.class)),
                row.get("reference", String.class),
                ParameterText.read(row.get("parameters", String.class)),
                UtcDateTime.fromColumn(row.get("created_at", LocalDateTime.class)));
    }
}
