package io.tollgate.servicebus;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusSenderAsyncClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;

/** Measures a durable bus in a process of its own through the Java SDK; run by hand, README.md has the figures. */
public final class BusBenchmark {

    private static final int MESSAGES = Integer.getInteger("messages", 30_000);
    private static final int BACKLOG = Integer.getInteger("backlog", 100_000);
    private static final int BATCH = 50;
    private static final int PER_SECOND = 500;
    private static final String BODY = "x".repeat(1024);

    private BusBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "benchmark");
        String topology = "queues: [{name: jobs}, {name: paced}, {name: backlog}]";
        try (ChildBus bus = ChildBus.start(directory, topology, List.of(), "-Xmx96m", "-XX:TieredStopAtLevel=4")) {
            for (int round = 1; round <= 3; round++) {
                roundTrip(bus, "batches of " + BATCH + ", round " + round, true);
            }
            roundTrip(bus, "single messages, 100 in flight", false);
            paced(bus);
            backlog(bus);
        }
        System.exit(0);
    }

    private static void roundTrip(ChildBus bus, String title, boolean batched) throws Exception {
        CountDownLatch completed = new CountDownLatch(MESSAGES);
        try (var processor = client(bus)
                        .processor()
                        .queueName("jobs")
                        .prefetchCount(100)
                        .maxConcurrentCalls(8)
                        .disableAutoComplete()
                        .processMessage(context -> {
                            context.complete();
                            completed.countDown();
                        })
                        .processError(error -> System.out.println(error.getException()))
                        .buildProcessorClient();
                ServiceBusSenderAsyncClient sender =
                        client(bus).sender().queueName("jobs").buildAsyncClient()) {
            processor.start();
            long start = System.nanoTime();
            double cpu = bus.cpuSeconds();
            if (batched) {
                Flux.range(0, MESSAGES / BATCH)
                        .flatMap(i -> sender.sendMessages(batch(BATCH)), 4)
                        .blockLast();
            } else {
                Flux.range(0, MESSAGES)
                        .flatMap(i -> sender.sendMessage(new ServiceBusMessage(BODY)), 100)
                        .blockLast();
            }
            double sent = seconds(start);
            completed.await(2, TimeUnit.MINUTES);
            double all = seconds(start);
            System.out.printf(
                    "send + receive + complete, %s: %,.0f/s (all %d sent after %.1f s; the bus took %.0f us of CPU each)%n",
                    title, MESSAGES / all, MESSAGES, sent, (bus.cpuSeconds() - cpu) / MESSAGES * 1e6);
        }
    }

    private static void paced(ChildBus bus) throws Exception {
        try (ServiceBusSenderAsyncClient sender =
                client(bus).sender().queueName("paced").buildAsyncClient()) {
            sender.sendMessage(new ServiceBusMessage(BODY)).block();
            int count = PER_SECOND * 12;
            long[] micros = new long[count];
            Flux.interval(Duration.ofNanos(1_000_000_000L / PER_SECOND))
                    .onBackpressureBuffer()
                    .take(count)
                    .flatMap(
                            i -> {
                                long start = System.nanoTime();
                                return sender.sendMessage(new ServiceBusMessage(BODY))
                                        .doOnSuccess(done -> micros[i.intValue()] = (System.nanoTime() - start) / 1000);
                            },
                            1000)
                    .blockLast();
            long[] warm = Arrays.copyOfRange(micros, PER_SECOND * 2, count);
            Arrays.sort(warm);
            System.out.printf(
                    "send acknowledgement at %d/s: p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
                    PER_SECOND,
                    warm[warm.length / 2] / 1000.0,
                    warm[warm.length * 99 / 100] / 1000.0,
                    warm[warm.length - 1] / 1000.0);
        }
    }

    private static void backlog(ChildBus bus) throws Exception {
        try (ServiceBusSenderClient sender =
                client(bus).sender().queueName("backlog").buildClient()) {
            long start = System.nanoTime();
            for (int i = 0; i < BACKLOG; i += 500) {
                sender.sendMessages(batch(500));
            }
            System.out.printf("%,d messages of 1 KiB queued in %.1f s, -Xmx96m%n", BACKLOG, seconds(start));
        }
        String status = Files.readString(Path.of("/proc", Long.toString(bus.pid()), "status"));
        status.lines().filter(line -> line.startsWith("VmRSS")).forEach(System.out::println);
    }

    private static List<ServiceBusMessage> batch(int size) {
        List<ServiceBusMessage> messages = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            messages.add(new ServiceBusMessage(BODY));
        }
        return messages;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static ServiceBusClientBuilder client(ChildBus bus) {
        return new ServiceBusClientBuilder().connectionString(bus.connectionString());
    }
}
