package io.tollgate.cli.platform;

import io.tollgate.cli.platform.ProcessSpec.PortKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The whole platform on this machine: starts what does not run, stops what does. */
public final class Platform {

    private static final long STOP_SECONDS = 25;

    private final Install install;
    private final Progress progress;
    private final Jdk jdk;
    private final Starter starter;

    public Platform(Install install, Jdk jdk, Progress progress, boolean startCaches) {
        this.install = install;
        this.progress = progress;
        this.jdk = jdk;
        this.starter = new Starter(install, jdk, progress, startCaches && jdk.hasStartCaches());
    }

    public Install install() {
        return install;
    }

    /** Does something that no other command may do at the same moment; refused while another does. */
    public <T> T alone(Supplier<T> work) {
        try (FileChannel file = open("lock");
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw inUse();
            }
            return work.get();
        } catch (OverlappingFileLockException mine) {
            throw inUse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts every process that does not run and returns when all are ready; says how many were started. */
    public int up() {
        List<ProcessSpec> missing =
                all().filter(spec -> running(spec).isEmpty()).toList();
        refuseMovedPorts();
        refuseTakenPorts(missing);
        starter.prepare(missing);
        starter.start(missing.stream().filter(Processes.SURROUNDINGS::contains).toList());
        starter.start(missing.stream().filter(Processes.TOLLGATE::contains).toList());
        return missing.size();
    }

    /** Starts one process that was stopped or killed. */
    public void start(String name) {
        ProcessSpec spec = spec(name);
        refuseTakenPorts(List.of(spec));
        starter.prepare(List.of(spec));
        starter.start(List.of(spec));
    }

    /** Stops one process as a deployment does, with time to finish. */
    public void stop(String name) {
        running(spec(name)).ifPresent(this::stop);
    }

    /** Stops whatever runs, the edge first so that nothing new is accepted; says how many were stopped. */
    public int down() {
        List<Running> running = running();
        List<Running> edgeFirst = new ArrayList<>();
        for (ProcessSpec spec : Processes.TOLLGATE) {
            running.stream().filter(r -> r.name().equals(spec.name())).forEach(edgeFirst::add);
        }
        edgeFirst.parallelStream().forEach(this::stop);
        running.stream().filter(r -> !edgeFirst.contains(r)).forEach(this::stop);
        return running.size();
    }

    /** Ends one process at once, as kill -9 does. */
    public void kill(String name) {
        running(spec(name)).ifPresent(process -> {
            process.kill();
            process.forget(install.run());
        });
    }

    public List<Running> running() {
        return all().map(this::running).flatMap(Optional::stream).toList();
    }

    /** The names of the processes that do not run. */
    public List<String> missing() {
        return all().filter(spec -> running(spec).isEmpty())
                .map(ProcessSpec::name)
                .toList();
    }

    /** The jars of the project that a process runs from. */
    public List<Path> jars(String name) {
        return new Layout(install, spec(name)).ownJars();
    }

    public boolean isReady(Running process) {
        return new Readiness().isReady(process.managementPort());
    }

    /** Removes everything this platform ever wrote. */
    public void clean() {
        Layout.deleteRecursively(install.state());
    }

    private void stop(Running process) {
        boolean byItself = process.stop(STOP_SECONDS);
        process.forget(install.run());
        progress.say("  stopped " + process.name()
                + (byItself ? "" : " (killed: it had not finished after " + STOP_SECONDS + " s)"));
    }

    private Optional<Running> running(ProcessSpec spec) {
        return Running.find(install.run(), spec.name());
    }

    /** Who starts only a part must start it where the rest looks for it. */
    private void refuseMovedPorts() {
        all().forEach(spec -> running(spec).ifPresent(process -> {
            refuseMoved(spec, spec.port(), process.port());
            refuseMoved(spec, spec.managementPort(), process.managementPort());
            spec.adminPort().ifPresent(key -> refuseMoved(spec, key, process.adminPort()));
        }));
    }

    private void refuseMoved(ProcessSpec spec, PortKey key, int port) {
        if (install.ports().of(key) != port) {
            throw new CommandFailed(spec.name() + " runs on port " + port + ", not on "
                    + install.ports().of(key) + "; say " + key.variable() + "=" + port
                    + " as when it was started, or stop it with ./tollgate down");
        }
    }

    private void refuseTakenPorts(List<ProcessSpec> specs) {
        specs.stream()
                .flatMap(ProcessSpec::ports)
                .distinct()
                .filter(key -> !Ports.isFree(install.ports().of(key)))
                .findFirst()
                .ifPresent(key -> {
                    throw new CommandFailed("port " + install.ports().of(key)
                            + " is taken by another program; free it, or choose another with " + key.variable()
                            + "=<port> ./tollgate up");
                });
    }

    private static CommandFailed inUse() {
        return new CommandFailed("another ./tollgate is starting or stopping this platform; wait for it");
    }

    private FileChannel open(String name) throws IOException {
        Path file = install.state().resolve(name);
        Files.createDirectories(install.state());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static ProcessSpec spec(String name) {
        return all().filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailed("there is no process called " + name));
    }

    private static Stream<ProcessSpec> all() {
        return Stream.concat(Processes.SURROUNDINGS.stream(), Processes.TOLLGATE.stream());
    }
}
