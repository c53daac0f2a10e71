package io.tollgate.delivery;

import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import java.util.Optional;

/** A queue or a subscription that this process listens to. */
record ListenedEntity(String name, Optional<String> subscription) {
    static ListenedEntity of(ServiceBusProcessorClient client) {
        return client.getTopicName() == null
                ? new ListenedEntity(client.getQueueName(), Optional.empty())
                : new ListenedEntity(client.getTopicName(), Optional.of(client.getSubscriptionName()));
    }

    /** As the broker calls it. */
    String path() {
        return subscription.map(group -> name + "/subscriptions/" + group).orElse(name);
    }
}
