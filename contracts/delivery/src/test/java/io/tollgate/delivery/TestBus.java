package io.tollgate.delivery;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.SubQueue;
import io.tollgate.servicebus.Options;
import io.tollgate.servicebus.ServiceBusServer;
import io.tollgate.servicebus.topology.Topology;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A bus for one test, and an outsider's hands on it: the plain SDK. */
final class TestBus implements AutoCloseable {
    private static final String TOPOLOGY =
            """
            defaults:
              lockDuration: PT10S
              maxDeliveryCount: 10
            queues:
              - name: dlq-queue
              - name: vault-queue
                requiresSession: true
            topics:
              - name: events-topic
                subscriptions:
                  - name: bank
                    filters:
                      - {name: v1, correlation: {label: bank.money-deposited.v1}}
                      - {name: v2, correlation: {label: bank.money-deposited.v2}}
                  - name: audit
            """;

    private final ServiceBusServer server;

    private TestBus(ServiceBusServer server) {
        this.server = server;
    }

    static TestBus start() {
        return start(0);
    }

    static TestBus start(int port, String... furtherQueues) {
        StringBuilder queues = new StringBuilder("queues:\n");
        for (String queue : furtherQueues) {
            queues.append("  - name: ").append(queue).append('\n');
        }
        return new TestBus(ServiceBusServer.start(
                Topology.parse("test", TOPOLOGY.replace("queues:\n", queues)),
                Options.defaults().withPort(port).withReleaseLocksOnDetach(true)));
    }

    int port() {
        return server.port();
    }

    String connectionString() {
        return server.connectionString();
    }

    /** By a way around. */
    String connectionString(int port) {
        return connectionString().replace(":" + port(), ":" + port);
    }

    /** Sends what no publisher of ours would. */
    void send(String label, String body, Map<String, String> properties) {
        try (ServiceBusSenderClient sender =
                client().sender().topicName("events-topic").buildClient()) {
            ServiceBusMessage message = new ServiceBusMessage(BinaryData.fromString(body)).setSubject(label);
            message.getApplicationProperties().putAll(properties);
            sender.sendMessage(message);
        }
    }

    Optional<ServiceBusReceivedMessage> audited() {
        try (ServiceBusReceiverClient receiver = client().receiver()
                .topicName("events-topic")
                .subscriptionName("audit")
                .buildClient()) {
            return next(receiver);
        }
    }

    Optional<ServiceBusReceivedMessage> setAside() {
        try (ServiceBusReceiverClient receiver = client().receiver()
                .topicName("events-topic")
                .subscriptionName("bank")
                .subQueue(SubQueue.DEAD_LETTER_QUEUE)
                .buildClient()) {
            return next(receiver);
        }
    }

    /** What the bank has not settled, and what was set aside for it. */
    String waiting() {
        return waiting(SubQueue.NONE) + waiting(SubQueue.DEAD_LETTER_QUEUE);
    }

    private String waiting(SubQueue queue) {
        try (ServiceBusReceiverClient receiver = client().receiver()
                .topicName("events-topic")
                .subscriptionName("bank")
                .subQueue(queue)
                .buildClient()) {
            return receiver.peekMessages(100).stream()
                    .map(message -> "%s %s: %s %s, %d deliveries, %s%n"
                            .formatted(
                                    queue,
                                    message.getState(),
                                    message.getMessageId(),
                                    message.getBody(),
                                    message.getDeliveryCount(),
                                    message.getDeadLetterReason()))
                    .collect(Collectors.joining());
        }
    }

    Optional<ServiceBusReceivedMessage> deadLetter() {
        try (ServiceBusReceiverClient receiver =
                client().receiver().queueName("dlq-queue").buildClient()) {
            return next(receiver);
        }
    }

    private static Optional<ServiceBusReceivedMessage> next(ServiceBusReceiverClient receiver) {
        Optional<ServiceBusReceivedMessage> received =
                receiver.receiveMessages(1, Duration.ofSeconds(30)).stream().findFirst();
        received.ifPresent(receiver::complete);
        return received;
    }

    private ServiceBusClientBuilder client() {
        return new ServiceBusClientBuilder().connectionString(server.connectionString());
    }

    @Override
    public void close() {
        server.close();
    }
}
