package io.tollgate.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process on a file system that stops taking bytes. */
class FileSizeLimitIT {

    private static final Path SHELL = Path.of("/bin/bash");
    private static final List<String> LIMITED =
            List.of(SHELL.toString(), "-c", "ulimit -f 300; exec \"$@\"", "limited");

    @TempDir
    Path directory;

    @Test
    void under_a_file_size_limit_sends_are_refused_and_what_was_accepted_is_kept() throws Exception {
        assumeTrue(Files.isExecutable(SHELL), "No bash here to set a file-size limit");
        Set<String> accepted = new TreeSet<>();
        try (ChildBus bus = ChildBus.start(directory, "queues: [{name: jobs}]", LIMITED)) {
            assertThatThrownBy(() -> fill(bus, accepted)).hasMessageContaining("could not be stored");
            assertThat(bus.alive()).isTrue();
            assertThat(present(bus)).containsExactlyElementsOf(accepted);
        }
        try (ChildBus bus = ChildBus.start(directory, "queues: [{name: jobs}]")) {
            assertThat(accepted).hasSizeGreaterThan(10);
            assertThat(present(bus)).containsExactlyElementsOf(accepted);
        }
    }

    private static void fill(ChildBus bus, Set<String> accepted) {
        try (var sender = client(bus).sender().queueName("jobs").buildClient()) {
            for (int i = 100; i < 1000; i++) {
                sender.sendMessage(new ServiceBusMessage("x".repeat(10_000)).setMessageId("m-" + i));
                accepted.add("m-" + i);
            }
        }
    }

    private static Set<String> present(ChildBus bus) {
        Set<String> present = new TreeSet<>();
        try (var receiver = client(bus).receiver().queueName("jobs").buildClient()) {
            for (ServiceBusReceivedMessage message : receiver.peekMessages(1000, 0L)) {
                present.add(message.getMessageId());
            }
        }
        return present;
    }

    private static ServiceBusClientBuilder client(ChildBus bus) {
        return new ServiceBusClientBuilder().connectionString(bus.connectionString());
    }
}
