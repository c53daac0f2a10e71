package io.tollgate.workers.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to tell about one order, and whom; what came before the user is known waits for that. */
public record OrderStory(OrderId orderId, long version, Optional<UserId> userId, List<Notification> notifications) {
    public OrderStory {
        notifications = List.copyOf(notifications);
    }

    static OrderStory untold(OrderId orderId) {
        return new OrderStory(orderId, 0, Optional.empty(), List.of());
    }

    /** The id and the time are those of the notification that the news becomes, if it is any. */
    Change hear(News news, NotificationId id, Instant now) {
        Optional<UserId> user = userId.or(news::userId);
        List<Notification> added = isTold(news)
                ? List.of()
                : List.of(new Notification(id, news.template(), news.reference(), news.parameters(), now));
        if (added.isEmpty() && user.equals(userId)) {
            return Change.nothing(this);
        }
        List<Notification> all =
                Stream.concat(notifications.stream(), added.stream()).toList();
        List<Notification> tellable = userId.isPresent() ? added : all;
        return new Change(new OrderStory(orderId, version + 1, user, all), true, added, wanted(user, tellable));
    }

    private boolean isTold(News news) {
        return notifications.stream().anyMatch(known -> known.tells(news));
    }

    private List<WantedNotification> wanted(Optional<UserId> user, List<Notification> tellable) {
        return user.stream()
                .flatMap(known -> tellable.stream().map(one -> new WantedNotification(orderId, known, one)))
                .toList();
    }
}
