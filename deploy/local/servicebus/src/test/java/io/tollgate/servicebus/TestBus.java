package io.tollgate.servicebus;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.util.IterableStream;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.ServiceBusSessionReceiverClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import com.azure.messaging.servicebus.models.SubQueue;
import io.tollgate.servicebus.amqp.Limits;
import io.tollgate.servicebus.journal.JournalOptions;
import io.tollgate.servicebus.topology.Topology;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A bus for one test, and SDK clients that are closed with it. */
public final class TestBus implements AutoCloseable {

    /** For what comes as soon as it can: eight tests at once may share two processors. */
    static final Duration SOON = Duration.ofSeconds(30);

    static final Duration SHORTLY = Duration.ofMillis(700);

    private final ServiceBusServer server;
    private final String connectionString;
    private final Deque<AutoCloseable> clients = new ArrayDeque<>();

    private TestBus(ServiceBusServer server, String connectionString) {
        this.server = server;
        this.connectionString = connectionString;
    }

    static TestBus with(String... topology) {
        return with(Options.defaults(), topology);
    }

    static TestBus with(Options options, String... topology) {
        return with(options, JournalOptions.DEFAULTS, topology);
    }

    static TestBus with(Options options, JournalOptions journaling, String... topology) {
        return with(options, journaling, Limits.DEFAULTS, topology);
    }

    static TestBus with(Options options, JournalOptions journaling, Limits limits, String... topology) {
        Topology entities = Topology.parse("test", String.join("\n", topology));
        ServiceBusServer server = ServiceBusServer.start(entities, options, journaling, limits);
        return new TestBus(server, server.connectionString());
    }

    /** One queue named {@code jobs}, with settings such as {@code lockDuration: PT1S}. */
    static TestBus withQueue(String... settings) {
        return with("queues: [{name: jobs" + joined(settings) + "}]");
    }

    private static String joined(String... settings) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(settings).forEach(setting -> text.append(", ").append(setting));
        return text.toString();
    }

    ServiceBusServer server() {
        return server;
    }

    ServiceBusClientBuilder client() {
        return client(connectionString);
    }

    ServiceBusClientBuilder client(String connection) {
        return new ServiceBusClientBuilder()
                .connectionString(connection)
                .retryOptions(new AmqpRetryOptions()
                        .setMaxRetries(1)
                        .setDelay(Duration.ofMillis(100))
                        .setTryTimeout(Duration.ofSeconds(10)));
    }

    ServiceBusSenderClient sender(String queue) {
        return keep(client().sender().queueName(queue).buildClient());
    }

    ServiceBusSenderClient topicSender(String topic) {
        return keep(client().sender().topicName(topic).buildClient());
    }

    ServiceBusReceiverClient receiver(String queue) {
        return keep(client().receiver().queueName(queue).disableAutoComplete().buildClient());
    }

    ServiceBusReceiverClient subscriber(String topic, String subscription) {
        return keep(client().receiver()
                .topicName(topic)
                .subscriptionName(subscription)
                .disableAutoComplete()
                .buildClient());
    }

    ServiceBusReceiverClient deadLetters(String queue) {
        return keep(client().receiver()
                .queueName(queue)
                .subQueue(SubQueue.DEAD_LETTER_QUEUE)
                .disableAutoComplete()
                .buildClient());
    }

    ServiceBusReceiverClient deleting(String queue) {
        return keep(client().receiver()
                .queueName(queue)
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .disableAutoComplete()
                .buildClient());
    }

    ServiceBusSessionReceiverClient sessions(String queue) {
        return keep(client().sessionReceiver()
                .queueName(queue)
                .disableAutoComplete()
                .buildClient());
    }

    <T extends AutoCloseable> T keep(T client) {
        clients.push(client);
        return client;
    }

    /** The next message, or an assertion error when there is none soon. */
    static ServiceBusReceivedMessage next(ServiceBusReceiverClient receiver) {
        return receiver.receiveMessages(1, SOON).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No message came from " + receiver.getEntityPath()));
    }

    /** Exactly so many messages, as they come. */
    static List<ServiceBusReceivedMessage> next(ServiceBusReceiverClient receiver, int count) {
        List<ServiceBusReceivedMessage> messages = new ArrayList<>();
        while (messages.size() < count) {
            List<ServiceBusReceivedMessage> more = receiver.receiveMessages(count - messages.size(), SOON).stream()
                    .toList();
            if (more.isEmpty()) {
                throw new AssertionError("Only " + messages.size() + " of " + count + " messages came");
            }
            messages.addAll(more);
        }
        return messages;
    }

    /** Whether nothing comes for a moment. */
    static boolean nothing(ServiceBusReceiverClient receiver) {
        IterableStream<ServiceBusReceivedMessage> messages = receiver.receiveMessages(1, SHORTLY);
        return messages.stream().findAny().isEmpty();
    }

    static ServiceBusMessage message(String body) {
        return new ServiceBusMessage(body);
    }

    static List<String> bodies(Iterable<ServiceBusReceivedMessage> messages) {
        List<String> bodies = new ArrayList<>();
        messages.forEach(message -> bodies.add(message.getBody().toString()));
        return bodies;
    }

    static Set<String> sorted(List<String> texts) {
        return new TreeSet<>(texts);
    }

    /** Polls until it holds. */
    static void eventually(Callable<Boolean> condition) throws Exception {
        within(SOON.toSeconds(), condition);
    }

    /** The same with more patience, for what takes the processors a while. */
    static void within(long seconds, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come to hold within " + seconds + " seconds");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() throws Exception {
        while (!clients.isEmpty()) {
            clients.pop().close();
        }
        server.close();
    }
}
