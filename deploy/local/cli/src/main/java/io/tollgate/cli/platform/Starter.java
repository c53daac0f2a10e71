package io.tollgate.cli.platform;

import io.tollgate.cli.platform.ProcessSpec.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Lays processes out, starts them side by side and waits until each says that it is ready. */
final class Starter {

    private static final int PATIENCE_SECONDS = 180;
    private static final int POLL_MILLIS = 100;
    private static final int TAIL = 25;

    private final Install install;
    private final Jdk jdk;
    private final Progress progress;
    private final boolean startCaches;
    private final Readiness readiness = new Readiness();

    Starter(Install install, Jdk jdk, Progress progress, boolean startCaches) {
        this.install = install;
        this.jdk = jdk;
        this.progress = progress;
        this.startCaches = startCaches;
    }

    void prepare(List<ProcessSpec> specs) {
        createDirectories();
        List<ProcessSpec> stale = specs.stream()
                .filter(spec -> !new Layout(install, spec).isCurrent())
                .toList();
        if (!stale.isEmpty()) {
            progress.say("laying out " + stale.size() + " applications");
            twoAtATime(stale, spec -> new Layout(install, spec).prepare());
        }
        if (startCaches) {
            makeStartCaches(specs);
        }
    }

    void start(List<ProcessSpec> specs) {
        List<Starting> starting = new ArrayList<>();
        for (ProcessSpec spec : specs) {
            starting.add(launch(spec));
        }
        List<Starting> waiting = new ArrayList<>(starting);
        while (!waiting.isEmpty()) {
            for (Starting process : List.copyOf(waiting)) {
                if (isReady(process)) {
                    waiting.remove(process);
                }
            }
            sleep();
        }
    }

    private boolean isReady(Starting starting) {
        String name = starting.running().name();
        double seconds = (System.nanoTime() - starting.since()) / 1e9;
        if (!starting.running().isAlive()) {
            throw new CommandFailed(name + " ended while it started. The end of its log, " + log(name) + ":\n"
                    + LogTail.of(log(name), TAIL));
        }
        if (readiness.isReady(starting.running().managementPort())) {
            progress.say("  ready   %-11s %5.1f s".formatted(name, seconds));
            return true;
        }
        if (seconds > PATIENCE_SECONDS) {
            throw new CommandFailed(name + " was not ready after " + PATIENCE_SECONDS + " s. The end of its log, "
                    + log(name) + ":\n" + LogTail.of(log(name), TAIL));
        }
        return false;
    }

    private Starting launch(ProcessSpec spec) {
        ProcessBuilder builder = new ProcessBuilder(command(spec)).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(spec.name()).toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(spec.environment().apply(install));
        try {
            Files.createDirectories(install.data(spec.name()));
            Process process = builder.start();
            Running running = Running.of(
                            spec.name(),
                            process,
                            install.ports().of(spec.port()),
                            install.ports().of(spec.managementPort()))
                    .administeredOn(spec.adminPort().map(install.ports()::of).orElse(0));
            running.writeDown(install.run());
            progress.say("  start   " + spec.name());
            return new Starting(running, System.nanoTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code nohup}, so that closing the terminal does not end the platform. */
    private List<String> command(ProcessSpec spec) {
        Layout layout = new Layout(install, spec);
        Stream<String> cache = spec.kind() == Kind.SPRING && startCaches && Files.exists(layout.startCache())
                ? Stream.of("-XX:AOTCache=" + layout.startCache())
                : Stream.empty();
        return Stream.of(
                        Stream.of("nohup", jdk.java().toString()),
                        jdk.flags().stream(),
                        Stream.of("-Djava.io.tmpdir=" + install.temporary()),
                        cache,
                        Stream.of("-jar", layout.jar().toString()),
                        spec.arguments().apply(install).stream())
                .flatMap(part -> part)
                .toList();
    }

    private void makeStartCaches(List<ProcessSpec> specs) {
        List<ProcessSpec> without = specs.stream()
                .filter(spec -> spec.kind() == Kind.SPRING)
                .filter(spec -> !Files.exists(new Layout(install, spec).startCache()))
                .toList();
        if (without.isEmpty()) {
            return;
        }
        progress.say("making " + without.size() + " start-up caches, once, for JDK " + jdk.feature());
        twoAtATime(without, spec -> {
            Map<String, String> environment = new TreeMap<>(spec.environment().apply(install));
            environment.replaceAll((key, value) -> key.endsWith("_DB_URL") ? "r2dbc:h2:mem:///training" : value);
            environment.put("APPLICATIONINSIGHTS_CONNECTION_STRING", "");
            environment.put("TOLLGATE_LOG_DIR", "");
            if (!new Layout(install, spec).makeStartCache(jdk, environment)) {
                progress.say("  " + spec.name() + " starts without one: see " + log(spec.name() + ".start-cache"));
            }
        });
    }

    private void createDirectories() {
        try {
            for (Path directory :
                    List.of(install.state(), install.apps(), install.logs(), install.run(), install.temporary())) {
                Files.createDirectories(directory);
            }
            Files.copy(
                    install.checkout().resolve("contracts/messages/src/main/resources/topology.yml"),
                    install.apps().resolve("topology.yml"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailed("cannot write below " + install.state() + ": " + e.getMessage());
        }
    }

    private Path log(String name) {
        return install.logs().resolve(name + ".log");
    }

    private static void twoAtATime(List<ProcessSpec> specs, Step step) {
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (ProcessSpec spec : specs) {
                done.add(workers.submit(() -> {
                    step.on(spec);
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof CommandFailed failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        } finally {
            workers.shutdownNow();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private record Starting(Running running, long since) {}

    private interface Step {
        void on(ProcessSpec spec) throws Exception;
    }
}
