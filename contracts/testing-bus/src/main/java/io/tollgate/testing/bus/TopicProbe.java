package io.tollgate.testing.bus;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusClientBuilder.ServiceBusReceiverClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The other services, as seen on one topic: publishes what they would and takes what they would read. */
public final class TopicProbe implements AutoCloseable {
    private static final String DEAD_LETTERS = "dlq-queue";
    private static final Duration SLICE = Duration.ofMillis(500);

    private final String connectionString;
    private final String topic;
    private final ServiceBusSenderClient sender;
    // kept until the end: what is on its way to a receiver that is closed is lost, and a connection takes its time
    private final Map<String, ServiceBusReceiverClient> subscriptions = new HashMap<>();

    private TopicProbe(String connectionString, String topic) {
        this.connectionString = connectionString;
        this.topic = topic;
        this.sender = client().sender().topicName(topic).buildClient();
    }

    /** On the bus that {@link ServiceBus} gave the test. */
    public static TopicProbe on(String topic) {
        return new TopicProbe(ServiceBusExtension.connectionString(), topic);
    }

    /** Publishes under a new id, which it returns: publishing under it again is a repetition. */
    public String publish(String type, String subject, String json) {
        String id = UUID.randomUUID().toString();
        publish(id, type, subject, json);
        return id;
    }

    public void publish(String id, String type, String subject, String json) {
        sender.sendMessage(event(id, type, subject, json));
    }

    /** The same as a part of the trace that a W3C traceparent names. */
    public void publishTraced(String traceparent, String type, String subject, String json) {
        ServiceBusMessage event = event(UUID.randomUUID().toString(), type, subject, json);
        event.getApplicationProperties().put("traceparent", traceparent);
        sender.sendMessage(event);
    }

    /** Takes messages out of a subscription until there are so many; fewer when the time is over. */
    public List<ServiceBusReceivedMessage> take(String subscription, int count, Duration within) {
        return receive(subscriptions.computeIfAbsent(subscription, this::subscribed), count, within, any -> true);
    }

    /** What a subscription set aside, where the topology forwards it; others' dead letters are lost. */
    public List<ServiceBusReceivedMessage> deadLetters(String subscription, int count, Duration within) {
        String source = (topic + "/subscriptions/" + subscription).toLowerCase(Locale.ROOT);
        try (ServiceBusReceiverClient receiver = deleting(client().receiver().queueName(DEAD_LETTERS))) {
            return receive(
                    receiver,
                    count,
                    within,
                    letter -> source.equals(
                            String.valueOf(letter.getDeadLetterSource()).toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public void close() {
        subscriptions.values().forEach(ServiceBusReceiverClient::close);
        sender.close();
    }

    private static List<ServiceBusReceivedMessage> receive(
            ServiceBusReceiverClient receiver,
            int count,
            Duration within,
            Predicate<ServiceBusReceivedMessage> wanted) {
        List<ServiceBusReceivedMessage> taken = new ArrayList<>();
        long end = System.nanoTime() + within.toNanos();
        while (taken.size() < count && System.nanoTime() < end) {
            receiver.receiveMessages(count - taken.size(), SLICE).stream()
                    .filter(wanted)
                    .forEach(taken::add);
        }
        return taken;
    }

    private ServiceBusReceiverClient subscribed(String subscription) {
        return deleting(client().receiver().topicName(topic).subscriptionName(subscription));
    }

    private static ServiceBusReceiverClient deleting(ServiceBusReceiverClientBuilder from) {
        return from.receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE).buildClient();
    }

    private ServiceBusClientBuilder client() {
        return new ServiceBusClientBuilder().connectionString(connectionString);
    }

    private static ServiceBusMessage event(String id, String type, String subject, String json) {
        ServiceBusMessage message = new ServiceBusMessage(json).setSubject(type).setMessageId(id);
        message.getApplicationProperties().put("cloudEvents_id", id);
        message.getApplicationProperties().put("cloudEvents_source", "/tollgate/probe");
        message.getApplicationProperties().put("cloudEvents_type", type);
        message.getApplicationProperties().put("cloudEvents_subject", subject);
        message.getApplicationProperties().put("cloudEvents_time", Instant.now().toString());
        message.getApplicationProperties().put("cloudEvents_specversion", "1.0");
        return message;
    }
}
