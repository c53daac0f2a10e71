package io.tollgate.workers.notification;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where it is said that users should be told; it is said when the transaction commits, and not otherwise. */
public interface WantedNotifications {
    Mono<Void> publish(List<WantedNotification> wanted);
}
