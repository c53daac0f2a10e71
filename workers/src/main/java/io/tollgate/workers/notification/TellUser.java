package io.tollgate.workers.notification;

import io.tollgate.values.Ids;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Something happened that the user of an order wants to know: has it told, once. */
@Service
public class TellUser {
    private final OrderStories stories;
    private final WantedNotifications wanted;
    private final Ids ids;
    private final Clock clock;

    TellUser(OrderStories stories, WantedNotifications wanted, Ids ids, Clock clock) {
        this.stories = stories;
        this.wanted = wanted;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(News news) {
        return stories.find(news.orderId())
                .switchIfEmpty(Mono.fromSupplier(() -> OrderStory.untold(news.orderId())))
                .map(story -> story.hear(news, newId(), clock.instant()))
                .filter(Change::happened)
                .flatMap(this::keep);
    }

    private Mono<Void> keep(Change change) {
        return stories.keep(change.story(), change.added()).then(Mono.defer(() -> wanted.publish(change.wanted())));
    }

    private NotificationId newId() {
        return new NotificationId(ids.next(NotificationId.PREFIX));
    }
}
