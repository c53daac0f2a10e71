package io.tollgate.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bus as a process. */
class MainIT {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path directory;

    @Test
    void it_is_ready_quickly_and_ends_on_sigterm_with_all_it_has_accepted() throws Exception {
        try (ChildBus bus = ChildBus.start(directory, "queues: [{name: jobs}]")) {
            // processor time, since a busy machine makes the clock's seconds meaningless
            assertThat(bus.cpuSeconds()).isLessThan(1.0);
            try (var sender = client(bus).sender().queueName("jobs").buildClient()) {
                sender.sendMessage(new ServiceBusMessage("kept"));
                assertThat(bus.terminate(Duration.ofSeconds(10))).isEqualTo(TERMINATED);
            }
        }
        try (ChildBus bus = ChildBus.start(directory, "queues: [{name: jobs}]");
                var receiver = client(bus).receiver().queueName("jobs").buildClient()) {
            assertThat(receiver.peekMessage().getBody()).hasToString("kept");
        }
    }

    @Test
    void it_takes_what_it_forces_to_the_disk_as_well() throws Exception {
        try (ChildBus bus = ChildBus.startSynced(directory, "queues: [{name: jobs}]")) {
            try (var sender = client(bus).sender().queueName("jobs").buildClient()) {
                sender.sendMessage(new ServiceBusMessage("kept"));
            }
            bus.kill();
        }
        try (ChildBus bus = ChildBus.startSynced(directory, "queues: [{name: jobs}]");
                var receiver = client(bus).receiver().queueName("jobs").buildClient()) {
            assertThat(receiver.peekMessage().getBody()).hasToString("kept");
        }
    }

    @Test
    void what_is_wrong_is_said_in_a_line_and_ends_with_2() throws Exception {
        Path mistaken = Files.writeString(directory.resolve("mistaken.yml"), "queues:\n  - {name: a, color: red}\n");

        assertThat(run("--topology", mistaken.toString()))
                .isEqualTo("2 " + mistaken + ", line 2: unknown key 'color' in queue 'a'");
        assertThat(run("--topology", "nowhere.yml")).startsWith("2 Cannot read the topology nowhere.yml");
        assertThat(run("--colour", "red")).startsWith("2 unknown argument '--colour'");
        assertThat(run("--port", "high")).startsWith("2 --port needs a number, not 'high'");
        assertThat(run()).startsWith("2 usage: ");
    }

    @Test
    void connection_strings_are_printed_for_every_key() throws Exception {
        Path topology = Files.writeString(
                directory.resolve("t.yml"),
                "queues: [{name: jobs, authorizationRules: [{name: reader, rights: [Listen]}]}]");

        assertThat(run("--topology", topology.toString(), "--port", "5671", "--connection-strings"))
                .startsWith("0 RootManageSharedAccessKey[")
                .contains("jobs/reader[LISTEN] Endpoint=sb://localhost:5671;SharedAccessKeyName=reader;");
    }

    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(ChildBus.java(Main.class));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + output;
    }

    private static ServiceBusClientBuilder client(ChildBus bus) {
        return new ServiceBusClientBuilder().connectionString(bus.connectionString());
    }
}
