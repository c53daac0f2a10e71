package io.tollgate.workers.erasure.network;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.models.SubQueue;
import io.tollgate.workers.erasure.ErasureProperties;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Opens entities by name, each over a line of its own that is closed again. */
@Component
class LetterBoxes {
    private static final String SUBSCRIPTIONS = "/subscriptions/";
    private static final String OWN_DEAD_LETTERS = "/$deadletterqueue";
    private static final AmqpRetryOptions QUICKLY =
            new AmqpRetryOptions().setMaxRetries(1).setTryTimeout(Duration.ofSeconds(10));

    private final String connectionString;

    LetterBoxes(ErasureProperties properties) {
        this.connectionString = properties.bus();
    }

    ServiceBusReceiverClient open(String name) {
        boolean deadLetters = name.endsWith(OWN_DEAD_LETTERS);
        String entity = deadLetters ? name.substring(0, name.length() - OWN_DEAD_LETTERS.length()) : name;
        var receiver = new ServiceBusClientBuilder()
                .connectionString(connectionString)
                .retryOptions(QUICKLY)
                .receiver()
                .disableAutoComplete()
                .subQueue(deadLetters ? SubQueue.DEAD_LETTER_QUEUE : SubQueue.NONE);
        int topic = entity.indexOf(SUBSCRIPTIONS);
        return (topic < 0
                        ? receiver.queueName(entity)
                        : receiver.topicName(entity.substring(0, topic))
                                .subscriptionName(entity.substring(topic + SUBSCRIPTIONS.length())))
                .buildClient();
    }
}
