package io.tollgate.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.SubQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Kills the bus under load, again and again, and compares what it promised with what it has. */
@Isolated("it needs the processors to itself")
class CrashIT {

    private static final int ROUNDS = Integer.getInteger("servicebus.crash.rounds", inThisEnvironment(8));
    private static final long SEED = Long.getLong("servicebus.crash.seed", System.nanoTime());
    private static final int MOST_WAITING = 300;
    /** What each round has done at least before its kill, however slow the machine is. */
    private static final int LEAST = 11;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPOLOGY =
            """
            queues:
              - {name: jobs, lockDuration: PT1S, maxDeliveryCount: 1000}
              - {name: chats, requiresSession: true}
            topics: [{name: news, subscriptions: [{name: all, forwardTo: jobs}]}]
            """;

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();
    private final AtomicInteger ids = new AtomicInteger();
    /** Some clients would rather wait for ever than say that there is nobody. */
    private volatile boolean killed;

    private volatile int sessionState;

    @Test
    void no_accepted_message_is_lost_and_no_completed_one_comes_back_whenever_the_bus_is_killed(TestReporter reporter)
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            killUnderLoad(start(round), this::awaitLoad);
        }
        if (!isTidied()) { // the machine was too slow to fill a file between two kills
            killUnderLoad(ChildBus.startWithSmallFiles(directory, TOPOLOGY), () -> await(this::isTidied));
        }
        try (ChildBus bus = ChildBus.start(directory, TOPOLOGY)) {
            // what was scheduled on the topic reaches the queue when its second is over
            await(() ->
                    ledger.lost(new TreeSet<>(present(bus.connectionString()))).isEmpty());
            compare(bus.connectionString(), reporter);
        }
    }

    private void killUnderLoad(ChildBus started, Moment moment) throws Exception {
        try (ChildBus bus = started) {
            killed = false;
            List<CompletableFuture<Void>> load = load(bus.connectionString());
            moment.await();
            bus.kill();
            killed = true;
            CompletableFuture.allOf(load.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        }
    }

    /** When the bus is killed. */
    private interface Moment {
        void await() throws Exception;
    }

    private void awaitLoad() throws Exception {
        int settled = ledger.settled() + LEAST;
        int state = sessionState + 2;
        TimeUnit.MILLISECONDS.sleep(700 + random.nextInt(900));
        await(() -> ledger.settled() >= settled && sessionState >= state);
    }

    /** Until it holds or the time is over: what is missing then is told at the end. */
    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean isTidied() throws IOException {
        return firstFile() > 1;
    }

    /** More rounds where there is time for them. */
    private static int inThisEnvironment(int otherwise) {
        String rounds = System.getenv("SERVICEBUS_CRASH_ROUNDS");
        return rounds == null ? otherwise : Integer.parseInt(rounds);
    }

    /** Every other time with a journal that is tidied all the time. */
    private ChildBus start(int round) throws IOException {
        return round % 2 == 0 ? ChildBus.startWithSmallFiles(directory, TOPOLOGY) : ChildBus.start(directory, TOPOLOGY);
    }

    private List<CompletableFuture<Void>> load(String connection) {
        return List.of(
                untilKilled(() -> send(connection, true)),
                untilKilled(() -> send(connection, false)),
                untilKilled(() -> settle(connection)),
                untilKilled(() -> remember(connection)));
    }

    /** On a thread of its own: the common pool of three or four processors has fewer threads than there are loads. */
    private static CompletableFuture<Void> untilKilled(Runnable work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        // the bus is dead: that is the end of this round
                    }
                },
                load -> new Thread(load, "load").start());
    }

    private void send(String connection, boolean toTopic) {
        var builder = client(connection).sender();
        try (ServiceBusSenderClient sender = toTopic
                ? builder.topicName("news").buildClient()
                : builder.queueName("jobs").buildClient()) {
            while (!killed) {
                waitForReceiver();
                List<ServiceBusMessage> batch = new ArrayList<>();
                for (int i = ids.get() % 3; i >= 0; i--) {
                    batch.add(new ServiceBusMessage("x".repeat(200)).setMessageId("m-" + ids.incrementAndGet()));
                }
                if (ids.get() % 7 == 0) {
                    sender.scheduleMessage(batch.get(0), OffsetDateTime.now().plusSeconds(1));
                    ledger.accepted(batch.get(0).getMessageId());
                } else {
                    sender.sendMessages(batch);
                    batch.forEach(message -> ledger.accepted(message.getMessageId()));
                }
            }
        }
    }

    /** Keeps the backlog small, so that the journal has more to forget than to keep and is tidied. */
    private void waitForReceiver() {
        if (ledger.size() - ledger.settled() > MOST_WAITING) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private void settle(String connection) {
        try (ServiceBusReceiverClient receiver = client(connection)
                .receiver()
                .queueName("jobs")
                .disableAutoComplete()
                .buildClient()) {
            while (!killed) {
                for (ServiceBusReceivedMessage message : receiver.receiveMessages(10, Duration.ofMillis(300))) {
                    settleUnlessLost(receiver, message);
                }
            }
        }
    }

    private void settleUnlessLost(ServiceBusReceiverClient receiver, ServiceBusReceivedMessage message) {
        try {
            settle(receiver, message);
        } catch (ServiceBusException e) {
            if (e.getReason() != ServiceBusFailureReason.MESSAGE_LOCK_LOST) {
                throw e;
            }
        }
    }

    private void settle(ServiceBusReceiverClient receiver, ServiceBusReceivedMessage message) {
        String id = message.getMessageId();
        switch (random.nextInt(20)) {
            case 0 -> receiver.abandon(message);
            case 1 -> receiver.defer(message);
            case 2 -> receiver.deadLetter(message);
            default -> {
                ledger.completing(id);
                receiver.complete(message);
                ledger.completed(id);
            }
        }
    }

    private void remember(String connection) {
        try (var sessions =
                        client(connection).sessionReceiver().queueName("chats").buildClient();
                var session = sessions.acceptSession("s-1")) {
            byte[] state = session.getSessionState();
            assertThat(state == null ? 0 : Integer.parseInt(new String(state))).isGreaterThanOrEqualTo(sessionState);
            while (!killed) {
                session.setSessionState(Integer.toString(sessionState + 1).getBytes());
                sessionState++;
            }
        }
    }

    private static List<String> present(String connection) {
        List<String> present = new ArrayList<>();
        peek(client(connection).receiver().queueName("jobs").buildClient(), present);
        peek(
                client(connection)
                        .receiver()
                        .queueName("jobs")
                        .subQueue(SubQueue.DEAD_LETTER_QUEUE)
                        .buildClient(),
                present);
        return present;
    }

    private void compare(String connection, TestReporter reporter) throws IOException {
        List<String> present = present(connection);
        Set<String> distinct = new TreeSet<>(present);
        long firstFile = firstFile();
        String context = "seed " + SEED + ", " + ROUNDS + " rounds, " + ledger.size() + " accepted";
        reporter.publishEntry(
                context,
                ledger.settled() + " completed, " + distinct.size() + " present, session state " + sessionState
                        + ", first file " + firstFile);
        assertThat(firstFile).as("files were tidied away (%s)", context).isGreaterThan(1);
        assertThat(ledger.lost(distinct)).as("lost (%s)", context).isEmpty();
        assertThat(ledger.resurrected(distinct)).as("resurrected (%s)", context).isEmpty();
        assertThat(present).as("there twice (%s)", context).doesNotHaveDuplicates();
        assertThat(ledger.size()).isGreaterThan(ROUNDS * 10);
        assertThat(ledger.settled()).isGreaterThan(ROUNDS * 10);
        assertThat(sessionState).isGreaterThan(ROUNDS);
    }

    private long firstFile() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("data"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .mapToLong(name -> Long.parseLong(name.replaceAll("\\D", "")))
                    .min()
                    .orElse(0);
        }
    }

    private static void peek(ServiceBusReceiverClient receiver, List<String> present) {
        try (receiver) {
            long from = 0;
            List<ServiceBusReceivedMessage> page;
            do {
                page = receiver.peekMessages(200, from).stream().toList();
                for (ServiceBusReceivedMessage message : page) {
                    present.add(message.getMessageId());
                    from = message.getSequenceNumber() + 1;
                }
            } while (!page.isEmpty());
        }
    }

    private static ServiceBusClientBuilder client(String connection) {
        return new ServiceBusClientBuilder()
                .connectionString(connection)
                .retryOptions(new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(Duration.ofSeconds(5)));
    }
}
