package io.tollgate.gateway.limit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import redis.embedded.core.ExecutableProvider;

/** A Redis server of the test's own, on a port of its own, without a disk. */
public final class RealRedis implements AutoCloseable {
    private static final String PASSWORD = "a-password-of-the-test";

    private final int port = freePort();
    private final Optional<TlsFiles> tls;
    private Process process;

    private RealRedis(Optional<TlsFiles> tls) {
        this.tls = tls;
        start();
    }

    /** Skips the test where no Redis can be started, unless it is required. */
    public static RealRedis startOrSkip() {
        return startOrSkip(Optional.empty());
    }

    /** One that speaks TLS alone, and with nobody who does not know its password. */
    static RealRedis startOrSkip(TlsFiles tls) {
        return startOrSkip(Optional.of(tls));
    }

    private static RealRedis startOrSkip(Optional<TlsFiles> tls) {
        try {
            return new RealRedis(tls);
        } catch (RuntimeException impossible) {
            boolean required = Boolean.parseBoolean(System.getenv("REQUIRE_REDIS"));
            Assumptions.assumeTrue(required, "No redis-server can be started here: " + impossible.getMessage());
            throw impossible;
        }
    }

    public String url() {
        return tls.isEmpty() ? "redis://127.0.0.1:" + port : "rediss://:" + PASSWORD + "@127.0.0.1:" + port;
    }

    public void start() {
        try {
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        await().until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended with " + process.exitValue());
        }
    }

    /** With everything it knew. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** It hangs, but forgets nothing. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    @Override
    public void close() {
        signal("CONT");
        kill();
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
            assertThat(kill.onExit().join().exitValue()).isZero();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                executable(),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                System.getProperty("java.io.tmpdir")));
        tls.ifPresentOrElse(
                files -> command.addAll(files.arguments(port, PASSWORD)),
                () -> command.addAll(List.of("--port", Integer.toString(port))));
        return command;
    }

    /** The one of this machine, or the one that the test's dependency brings along. */
    private static String executable() throws IOException {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            File installed = new File(directory, "redis-server");
            if (installed.canExecute()) {
                return installed.getPath();
            }
        }
        File directory = Files.createTempDirectory("tollgate-redis").toFile();
        // what is registered last goes first
        directory.deleteOnExit();
        File brought = ExecutableProvider.newJarResourceProvider(directory).get();
        brought.deleteOnExit();
        return brought.getPath();
    }

    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            if (tls.isPresent()) {
                return true;
            }
            socket.getOutputStream().write("PING\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
