package io.tollgate.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts banks one after the other in processes of their own, all on one database. */
record ChildBank(TestBus bus, Path directory) {
    private static final int PATIENCE_SECONDS = 90;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** The exit code; -1 when it did not end by itself. */
    int run(CrashPoint point, int nth, String... further) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(point, nth, further))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(CrashPoint point, int nth, String... further) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(BankProcess.class.getName());
        command.addAll(List.of(
                "--crash.at=" + point,
                "--crash.nth=" + nth,
                "--spring.application.name=bank",
                "--spring.config.import=classpath:tollgate-delivery.yml",
                "--spring.cloud.function.definition=events",
                "--spring.cloud.stream.bindings.events-in-0.destination=events-topic",
                "--spring.cloud.stream.bindings.events-in-0.group=bank",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--TOLLGATE_SERVICEBUS_CONNECTION_STRING=" + bus.connectionString(),
                "--tollgate.database.url=r2dbc:h2:file:///" + database(),
                "--tollgate.delivery.outbox.lease=2s"));
        command.addAll(List.of(further));
        return command;
    }

    Path database() {
        return directory.resolve("bank");
    }

    /** All that the last one said. */
    String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }

    String lastWords() throws IOException {
        String text = output();
        return text.length() > 4000 ? text.substring(text.length() - 4000) : text;
    }
}
