package io.tollgate.servicebus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A bus in a process of its own, so that it can be killed. */
final class ChildBus implements AutoCloseable {

    private final Process process;
    private final int port;

    private ChildBus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one and waits until it says that it is ready; {@code prefix} may be a shell's limits. */
    static ChildBus start(Path directory, String topology, List<String> prefix, String... jvmOptions)
            throws IOException {
        return start(Main.class, directory, topology, prefix, List.of(), jvmOptions);
    }

    /** The same with every group of changes forced to the disk. */
    static ChildBus startSynced(Path directory, String topology) throws IOException {
        return start(Main.class, directory, topology, List.of(), List.of("--sync"));
    }

    /** The same with small files in its journal. */
    static ChildBus startWithSmallFiles(Path directory, String topology) throws IOException {
        return start(SmallFilesMain.class, directory, topology, List.of(), List.of());
    }

    private static ChildBus start(
            Class<?> main,
            Path directory,
            String topology,
            List<String> prefix,
            List<String> arguments,
            String... jvmOptions)
            throws IOException {
        Path file = directory.resolve("topology.yml");
        Files.writeString(file, topology);
        List<String> command = new ArrayList<>(prefix);
        command.addAll(java(main, jvmOptions));
        command.addAll(List.of("--topology", file.toString(), "--port", "0", "--admin-port", "0"));
        command.addAll(List.of("--data", directory.resolve("data").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(directory.resolve("bus.log").toFile())
                .start();
        return new ChildBus(process, port(process));
    }

    /** The command that runs a bus, its arguments apart. */
    static List<String> java(Class<?> main, String... jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(List.of(jvmOptions));
        String classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classpath, main.getName()));
        return command;
    }

    static ChildBus start(Path directory, String topology) throws IOException {
        return start(directory, topology, List.of());
    }

    private static int port(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        if (line == null) {
            throw new IOException("The bus did not start");
        }
        return Integer.parseInt(line.replaceAll("Service Bus ready on [^:]*:(\\d+).*", "$1"));
    }

    String connectionString() {
        return "Endpoint=sb://localhost:" + port + ";SharedAccessKeyName=" + Options.ROOT_KEY_NAME + ";SharedAccessKey="
                + Options.DEVELOPMENT_KEY + ";UseDevelopmentEmulator=true;";
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** What it has taken of the processors since it began. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** SIGTERM; returns how it ended. */
    int terminate(Duration patience) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("The bus did not end on SIGTERM");
        }
        return process.exitValue();
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
