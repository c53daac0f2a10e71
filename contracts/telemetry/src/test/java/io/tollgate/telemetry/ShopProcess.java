package io.tollgate.telemetry;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The shop as a process of its own, so that it can be killed. */
final class ShopProcess implements AutoCloseable {

    private final Process process;
    private final int port = freePort();
    private final int managementPort = freePort();

    ShopProcess(Path console, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("MANAGEMENT_SERVER_PORT", String.valueOf(managementPort));
        builder.environment().put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        process = builder.redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        await().atMost(Duration.ofSeconds(40)).ignoreExceptions().until(() -> ready() == 200);
    }

    private static List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                classPath,
                ShopApplication.class.getName());
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    int ready() throws Exception {
        return Receiver.get("http://127.0.0.1:" + managementPort + "/readyz").statusCode();
    }

    int alive() throws Exception {
        return Receiver.get("http://127.0.0.1:" + managementPort + "/healthz").statusCode();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
