package io.tollgate.cli.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that was started and is written down in a file, recognized by pid and start time so that a reused pid is never taken for it. */
public record Running(String name, long pid, long startedAt, int port, int managementPort, int adminPort) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Running of(String name, Process process, int port, int managementPort) {
        return new Running(name, process.pid(), startOf(process.toHandle()), port, managementPort, 0);
    }

    /** The same, administered on a port of its own; 0 says that it has none. */
    Running administeredOn(int port) {
        return new Running(name, pid, startedAt, this.port, managementPort, port);
    }

    /** The process of that name, when it still runs. */
    static Optional<Running> find(Path directory, String name) {
        Path file = directory.resolve(name + ".json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Running.class)).filter(Running::isAlive);
        } catch (IOException torn) {
            return Optional.empty();
        }
    }

    void writeDown(Path directory) {
        try {
            Files.createDirectories(directory);
            JSON.writeValue(directory.resolve(name + ".json").toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    /** Asks it to finish, and ends it when it has not within the time given; true when it finished by itself. */
    boolean stop(long seconds) {
        Optional<ProcessHandle> handle = handle();
        if (handle.isEmpty()) {
            return true;
        }
        handle.get().destroy();
        if (exited(handle.get(), seconds)) {
            return true;
        }
        kill();
        return false;
    }

    /** Ends it at once, as kill -9 does. */
    public void kill() {
        handle().ifPresent(handle -> {
            handle.destroyForcibly();
            exited(handle, 10);
        });
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> startOf(handle) == startedAt);
    }

    private static boolean exited(ProcessHandle handle, long seconds) {
        try {
            handle.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(instant -> instant.toEpochMilli())
                .orElse(0L);
    }
}
