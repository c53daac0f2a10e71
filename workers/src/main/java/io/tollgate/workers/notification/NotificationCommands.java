package io.tollgate.workers.notification;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where commands to deliver go; they go when the transaction commits, and not otherwise. */
public interface NotificationCommands {
    Mono<Void> send(List<SendNotification> commands);
}
