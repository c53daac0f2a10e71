package io.tollgate.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A hundred megabytes of messages in a heap that could not hold them. */
@Isolated("it needs the processors to itself")
class BacklogIT {

    private static final int MESSAGES = 100_000;
    private static final int BATCH = 800;
    private static final String HEAP = "-Xmx80m";

    @TempDir
    Path directory;

    @Test
    void a_hundred_thousand_messages_wait_in_a_small_heap_and_survive_a_kill() throws Exception {
        String topology = "queues: [{name: jobs}]";
        try (ChildBus bus = ChildBus.start(directory, topology, List.of(), HEAP)) {
            fill(bus);
            assertThat(body(bus, 1)).startsWith("0 ");
            bus.kill();
        }
        try (ChildBus bus = ChildBus.start(directory, topology, List.of(), HEAP)) {
            assertThat(body(bus, 1)).startsWith("0 ");
            assertThat(body(bus, MESSAGES)).startsWith(MESSAGES - 1 + " ");
        }
    }

    private static void fill(ChildBus bus) {
        String filling = " " + "x".repeat(1024);
        try (var sender = client(bus).sender().queueName("jobs").buildClient()) {
            for (int i = 0; i < MESSAGES; i += BATCH) {
                List<ServiceBusMessage> batch = new ArrayList<>(BATCH);
                for (int j = i; j < i + BATCH; j++) {
                    batch.add(new ServiceBusMessage(j + filling));
                }
                sender.sendMessages(batch);
            }
        }
    }

    private static String body(ChildBus bus, long sequence) {
        try (var receiver = client(bus).receiver().queueName("jobs").buildClient()) {
            ServiceBusReceivedMessage message = receiver.peekMessage(sequence);
            assertThat(message.getSequenceNumber()).isEqualTo(sequence);
            return message.getBody().toString();
        }
    }

    private static ServiceBusClientBuilder client(ChildBus bus) {
        return new ServiceBusClientBuilder().connectionString(bus.connectionString());
    }
}
