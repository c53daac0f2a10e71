package io.tollgate.delivery;

import com.azure.messaging.servicebus.ServiceBusReceivedMessageContext;
import com.azure.messaging.servicebus.models.DeadLetterOptions;
import com.azure.spring.messaging.servicebus.support.ServiceBusMessageHeaders;
import java.util.Objects;
import org.springframework.messaging.Message;

/** The lock that the binder hands over with each message while its auto-complete is off. */
record BrokerLock(ServiceBusReceivedMessageContext context) implements MessageLock {

    static BrokerLock of(Message<?> message) {
        return new BrokerLock(Objects.requireNonNull(
                message.getHeaders()
                        .get(ServiceBusMessageHeaders.RECEIVED_MESSAGE_CONTEXT, ServiceBusReceivedMessageContext.class),
                "a receiver takes messages from the Service Bus binder alone"));
    }

    @Override
    public String entity() {
        return context.getEntityPath();
    }

    @Override
    public void complete() {
        context.complete();
    }

    @Override
    public void deadLetter(String reason, String description) {
        context.deadLetter(
                new DeadLetterOptions().setDeadLetterReason(reason).setDeadLetterErrorDescription(description));
    }

    @Override
    public void abandon() {
        context.abandon();
    }
}
