package io.tollgate.servicebus;

import io.tollgate.servicebus.access.AccessKeys;
import io.tollgate.servicebus.admin.AdminServer;
import io.tollgate.servicebus.amqp.EventLoop;
import io.tollgate.servicebus.amqp.Limits;
import io.tollgate.servicebus.amqp.Links;
import io.tollgate.servicebus.broker.Broker;
import io.tollgate.servicebus.broker.BrokerState;
import io.tollgate.servicebus.journal.FileJournal;
import io.tollgate.servicebus.journal.JournalOptions;
import io.tollgate.servicebus.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** An Azure Service Bus namespace in this process. */
public final class ServiceBusServer implements AutoCloseable {

    private final AccessKeys keys;
    private final EventLoop loop;
    private final AdminServer admin;

    private ServiceBusServer(AccessKeys keys, EventLoop loop, AdminServer admin) {
        this.keys = keys;
        this.loop = loop;
        this.admin = admin;
    }

    /** Starts a bus with these entities; it listens when this returns. */
    public static ServiceBusServer start(Topology topology, Options options) {
        return start(topology, options, JournalOptions.DEFAULTS, Limits.DEFAULTS);
    }

    static ServiceBusServer start(Topology topology, Options options, JournalOptions journaling, Limits limits) {
        Supplier<UUID> ids = randomIds();
        Broker broker = new Broker(topology, Clock.systemUTC(), ids);
        try {
            if (options.data() != null) {
                broker.journal(FileJournal.open(options.data(), journaling, new BrokerState(broker)));
            }
            AccessKeys keys = new AccessKeys(topology, options.keyName(), options.key());
            Links links = new Links(
                    broker,
                    keys,
                    ids,
                    limits.withMaxMessageSize(options.maxMessageSize()),
                    options.releaseLocksOnDetach());
            return listen(links, options);
        } catch (IOException e) {
            broker.close();
            throw new UncheckedIOException(
                    "The bus cannot start on " + options.host() + ":" + options.port() + ": " + e.getMessage(), e);
        }
    }

    private static ServiceBusServer listen(Links links, Options options) throws IOException {
        EventLoop loop = EventLoop.listen(links, new InetSocketAddress(options.host(), options.port()));
        try {
            AdminServer admin =
                    options.adminPort() < 0 ? null : AdminServer.start(options.adminPort(), links.broker(), loop);
            new Thread(loop, "servicebus-" + loop.port()).start();
            return new ServiceBusServer(links.keys(), loop, admin);
        } catch (IOException e) {
            loop.discard();
            throw e;
        }
    }

    /** The AMQP port. */
    public int port() {
        return loop.port();
    }

    /** The port of the HTTP admin surface, or -1. */
    public int adminPort() {
        return admin == null ? -1 : admin.port();
    }

    /** What an Azure SDK client needs to connect with every right. */
    public String connectionString() {
        return keys.all().get(0).connectionString(port());
    }

    /** The same with the rights of a declared authorization rule; the scope is an entity's name, or empty. */
    public String connectionString(String scope, String rule) {
        return keys.all().stream()
                .filter(key -> key.scope().equals(scope) && key.name().equals(rule))
                .findFirst()
                .map(key -> key.connectionString(port()))
                .orElseThrow(() -> new IllegalArgumentException("No rule '" + rule + "' on '" + scope + "'"));
    }

    /** Waits until the bus has ended, by {@link #close} or by a failure. */
    public void await() {
        loop.await();
    }

    /** Stops listening, says goodbye to the clients, and returns when all is written. */
    @Override
    public void close() {
        if (admin != null) {
            admin.close();
        }
        loop.close();
    }

    // Tokens need to be unique, not secret; SecureRandom for each delivery would cost more than the delivery.
    private static Supplier<UUID> randomIds() {
        SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
        return () -> new UUID(random.nextLong(), random.nextLong());
    }
}
