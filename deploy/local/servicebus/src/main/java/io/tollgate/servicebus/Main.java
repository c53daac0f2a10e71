package io.tollgate.servicebus;

import io.tollgate.servicebus.access.AccessKey;
import io.tollgate.servicebus.access.AccessKeys;
import io.tollgate.servicebus.amqp.Limits;
import io.tollgate.servicebus.journal.Disk;
import io.tollgate.servicebus.journal.JournalException;
import io.tollgate.servicebus.journal.JournalOptions;
import io.tollgate.servicebus.topology.Topology;
import io.tollgate.servicebus.topology.TopologyException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;

/** Runs a bus as a process of its own. */
public final class Main {

    static final String USAGE =
            "usage: java -jar servicebus.jar --topology FILE [--port N] [--host H] [--data DIR] [--admin-port N]"
                    + " [--sync] [--release-locks-on-detach] [--connection-strings]";
    private static final int DEFAULT_PORT = 5672;

    private boolean printConnectionStrings;
    private Path topology;
    private JournalOptions journaling = JournalOptions.DEFAULTS;
    private Options options = Options.defaults().withPort(DEFAULT_PORT);

    private Main() {}

    public static void main(String[] arguments) {
        try {
            ServiceBusServer server = new Main().start(Arrays.asList(arguments).iterator(), System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "servicebus-close"));
            server.await();
            // while the process is being stopped this waits for its end; otherwise the bus has failed
            System.exit(1);
        } catch (TopologyException | JournalException | IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private ServiceBusServer start(Iterator<String> arguments, Map<String, String> environment) {
        options = options.withKey(environment.getOrDefault("SERVICEBUS_SHARED_ACCESS_KEY", options.key()));
        while (arguments.hasNext()) {
            argument(arguments.next(), arguments);
        }
        if (topology == null) {
            throw new IllegalArgumentException(USAGE);
        }
        if (printConnectionStrings) {
            printConnectionStrings();
            System.exit(0);
        }
        ServiceBusServer server = ServiceBusServer.start(Topology.read(topology), options, journaling, Limits.DEFAULTS);
        System.out.println("Service Bus ready on " + options.host() + ":" + server.port()
                + (server.adminPort() < 0 ? "" : ", admin on 127.0.0.1:" + server.adminPort())
                + (options.data() == null ? ", in memory" : ", kept in " + options.data()));
        return server;
    }

    private void argument(String name, Iterator<String> rest) {
        switch (name) {
            case "--topology" -> topology = Path.of(value(name, rest));
            case "--data" -> options = options.withData(Path.of(value(name, rest)));
            case "--host" -> options = options.withHost(value(name, rest));
            case "--port" -> options = options.withPort(number(name, rest));
            case "--admin-port" -> options = options.withAdminPort(number(name, rest));
            case "--connection-strings" -> printConnectionStrings = true;
            case "--sync" -> journaling = journaling.withDisk(Disk.SYNC);
            case "--release-locks-on-detach" -> options = options.withReleaseLocksOnDetach(true);
            default -> throw new IllegalArgumentException("unknown argument '" + name + "'\n" + USAGE);
        }
    }

    /** Keys that the topology does not give are derived from the root key, so that they need no file of their own. */
    private void printConnectionStrings() {
        for (AccessKey key : new AccessKeys(Topology.read(topology), options.keyName(), options.key()).all()) {
            System.out.println(key + " " + key.connectionString(options.port()));
        }
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " needs a value\n" + USAGE);
        }
        return rest.next();
    }

    private static int number(String name, Iterator<String> rest) {
        String value = value(name, rest);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number, not '" + value + "'");
        }
    }
}
