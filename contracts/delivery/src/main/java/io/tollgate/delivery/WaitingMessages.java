package io.tollgate.delivery;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverAsyncClient;
import com.azure.messaging.servicebus.models.ServiceBusMessageState;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Looks what waits at an entity, over a line of its own: the receiver's may be the one that is dead. */
final class WaitingMessages {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String connectionString;

    WaitingMessages(String connectionString) {
        this.connectionString = connectionString;
    }

    /** Sequence number of the oldest message, when it waits since before the given time. */
    Mono<Long> oldest(ListenedEntity entity, Instant before) {
        return Mono.using(() -> client(entity), ServiceBusReceiverAsyncClient::peekMessage, client -> client.close())
                .filter(message -> message.getState() == ServiceBusMessageState.ACTIVE)
                .filter(message -> message.getEnqueuedTime().toInstant().isBefore(before))
                .map(ServiceBusReceivedMessage::getSequenceNumber)
                .timeout(PATIENCE);
    }

    private ServiceBusReceiverAsyncClient client(ListenedEntity entity) {
        var receiver = new ServiceBusClientBuilder()
                .connectionString(connectionString)
                .receiver()
                .disableAutoComplete();
        return entity.subscription()
                .map(name -> receiver.topicName(entity.name()).subscriptionName(name))
                .orElseGet(() -> receiver.queueName(entity.name()))
                .buildAsyncClient();
    }
}
