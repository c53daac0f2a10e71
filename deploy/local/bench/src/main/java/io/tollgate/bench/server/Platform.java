package io.tollgate.bench.server;

import io.tollgate.bench.load.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The processes of one run, on free loopback ports, with data in a directory of its own; they end with it. */
public final class Platform implements AutoCloseable {
    private static final String HOST = "http://127.0.0.1:";
    private static final String BUS_KEY = "SAS_KEY_VALUE";
    private static final int SURROUNDINGS_MEGABYTES = 128;

    private final Path checkout;
    private final Path directory;
    private final Jvm jvm;
    private final int heap;
    private final String database;
    private final Callers callers;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final int bus = Server.freePort();
    private final int insights = Server.freePort();
    private Server servicebus;

    public Platform(Path checkout, Path directory, Jvm jvm, Options options, Callers callers) {
        this.checkout = checkout;
        this.directory = directory;
        this.jvm = jvm;
        this.heap = options.heap();
        this.database = options.database();
        this.callers = callers;
    }

    /** Heap of each measured process in megabytes, and whether its database is a {@code file} or in {@code memory}. */
    public record Options(int heap, String database) {}

    public void startSurroundings() {
        int admin = Server.freePort();
        Path topology = write("bench-topology.yml");
        servicebus = plain(
                "servicebus",
                HOST + admin + "/readyz",
                "--host",
                "127.0.0.1",
                "--port",
                "" + bus,
                "--admin-port",
                "" + admin,
                "--topology",
                topology.toString());
        plain(
                "insights",
                HOST + insights + "/healthz",
                "--host",
                "127.0.0.1",
                "--port",
                "" + insights,
                "--data",
                directory.resolve("insights").toString());
    }

    /** The yardstick, on the same flags as the services. */
    public Service trivial() {
        int port = Server.freePort();
        List<String> command = command(
                heap,
                jar("deploy/local/bench", "bench"),
                "trivial",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off");
        String url = HOST + port;
        return keep(new Service(start("trivial", new ProcessBuilder(command), url + "/constant"), url, url));
    }

    /** One of Tollgate's to be measured, by its name; it is told what {@code ./tollgate up} tells it, and the rest given. */
    public Service service(String name, Map<String, String> rest) {
        return service(name, rest, List.of());
    }

    /** One that is not measured and need not be fast, but soon there. */
    public Service helper(String name, Map<String, String> rest) {
        return service(name, rest, List.of("-XX:TieredStopAtLevel=1"));
    }

    /** Nothing is sent until the bus goes on: who sends waits for its word. */
    public void haltBus() {
        servicebus.halt();
    }

    public void resumeBus() {
        servicebus.goOn();
    }

    /** The gateway, in front of these services. */
    public Service gateway(Map<String, String> rest) {
        return gateway("gateway", rest);
    }

    /** One of several gateways. */
    public Service gateway(String name, Map<String, String> rest) {
        return gateway(name, command(heap, jar("gateway", "gateway")), rest);
    }

    /** The same jar, that neither knows nor counts its callers. */
    public Service bareGateway(Map<String, String> rest) {
        List<String> command = new ArrayList<>(jvm.command(heap));
        command.addAll(List.of("-cp", jar("gateway", "gateway").toString()));
        command.addAll(List.of("-Dloader.path=" + BareClasses.write(directory), BareClasses.LAUNCHER));
        return gateway("bare-gateway", command, rest);
    }

    private Service gateway(String name, List<String> command, Map<String, String> rest) {
        int port = Server.freePort();
        int management = Server.freePort();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TOLLGATE_GATEWAY_PORT", "" + port);
        builder.environment().put("TOLLGATE_GATEWAY_MANAGEMENT_PORT", "" + management);
        builder.environment().put("TOLLGATE_GATEWAY_ADMIN_PORT", "" + Server.freePort());
        builder.environment().put("TOLLGATE_CALLER_SIGNING_KEYS", callers.signingKeys());
        builder.environment().put("TOLLGATE_TRACE_SAMPLING", "0");
        builder.environment().put("APPLICATIONINSIGHTS_CONNECTION_STRING", insights());
        builder.environment().putAll(rest);
        String probes = HOST + management;
        return keep(new Service(start(name, builder, probes + "/readyz"), HOST + port, probes));
    }

    @Override
    public void close() {
        for (int i = running.size() - 1; i >= 0; i--) {
            try {
                running.get(i).close();
            } catch (Exception e) {
                System.err.println("one process could not be ended: " + e.getMessage());
            }
        }
    }

    private Service service(String name, Map<String, String> rest, List<String> flags) {
        int port = Server.freePort();
        int management = Server.freePort();
        List<String> command = new ArrayList<>(command(heap, jar(name + "-service", name + "-service")));
        command.addAll(1, flags);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment(name, port, management));
        builder.environment().putAll(rest);
        String probes = HOST + management;
        return keep(new Service(start(name, builder, probes + "/readyz"), HOST + port, probes));
    }

    private Map<String, String> environment(String name, int port, int management) {
        String prefix = "TOLLGATE_" + name.toUpperCase(Locale.ROOT);
        return Map.of(
                prefix + "_PORT",
                "" + port,
                prefix + "_MANAGEMENT_PORT",
                "" + management,
                prefix + "_DB_URL",
                databaseOf(name),
                "TOLLGATE_BIND_ADDRESS",
                "127.0.0.1",
                "TOLLGATE_SERVICEBUS_CONNECTION_STRING",
                "Endpoint=sb://127.0.0.1:" + bus + ";SharedAccessKeyName=RootManageSharedAccessKey;"
                        + "SharedAccessKey=" + BUS_KEY + ";UseDevelopmentEmulator=true;",
                "TOLLGATE_CALLER_JWKS",
                callers.jwks(),
                "TOLLGATE_IDEMPOTENCY_SECRET",
                "benchmarks-keep-no-secret-from-anybody",
                "TOLLGATE_TRACE_SAMPLING",
                "0.1",
                "TOLLGATE_TRACE_DELAY",
                "5s",
                "APPLICATIONINSIGHTS_CONNECTION_STRING",
                insights());
    }

    private String insights() {
        return "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=" + HOST + insights + "/";
    }

    /** Where a service's data are, for who reads or fills them while it does not run. */
    public Path databaseFile(String name) {
        return directory.resolve(name).toAbsolutePath();
    }

    private String databaseOf(String name) {
        return database.equals("memory") ? "r2dbc:h2:mem:///" + name : "r2dbc:h2:file:///" + databaseFile(name);
    }

    private Server plain(String name, String readyAt, String... arguments) {
        List<String> command = command(SURROUNDINGS_MEGABYTES, jar("deploy/local/" + name, name), arguments);
        Server server = start(name, new ProcessBuilder(command), readyAt);
        running.add(server);
        return server;
    }

    private Server start(String name, ProcessBuilder builder, String readyAt) {
        return Server.start(name, builder, directory.resolve(name + ".log"), readyAt);
    }

    private Service keep(Service service) {
        running.add(service);
        return service;
    }

    private List<String> command(int megabytes, Path jar, String... arguments) {
        return Stream.of(jvm.command(megabytes).stream(), Stream.of("-jar", jar.toString()), Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    private Path jar(String module, String name) {
        Path jar = checkout.resolve(module).resolve("target").resolve(name + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: build first with mvn -DskipTests package");
        }
        return jar;
    }

    private Path write(String resource) {
        Path file = directory.resolve(resource);
        try (InputStream content = Platform.class.getResourceAsStream("/" + resource)) {
            Files.copy(content, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
