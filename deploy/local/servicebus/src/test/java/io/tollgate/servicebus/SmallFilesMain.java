package io.tollgate.servicebus;

import io.tollgate.servicebus.amqp.Limits;
import io.tollgate.servicebus.journal.Disk;
import io.tollgate.servicebus.journal.JournalOptions;
import io.tollgate.servicebus.topology.Topology;
import java.nio.file.Path;
import java.util.List;

/** Runs a bus whose journal's files are so small that they are made, emptied and deleted all the time. */
public final class SmallFilesMain {

    private static final JournalOptions SMALL = new JournalOptions(64 * 1024, 16 * 1024, Disk.WRITE);

    private SmallFilesMain() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        Path topology = Path.of(given.get(given.indexOf("--topology") + 1));
        Path data = Path.of(given.get(given.indexOf("--data") + 1));
        ServiceBusServer bus = ServiceBusServer.start(
                Topology.read(topology), Options.defaults().withData(data), SMALL, Limits.DEFAULTS);
        System.out.println("Service Bus ready on 127.0.0.1:" + bus.port());
    }
}
