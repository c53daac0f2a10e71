package io.tollgate.servicebus;

import io.tollgate.servicebus.admin.AdminServer;
import io.tollgate.servicebus.amqp.EventLoop;
import io.tollgate.servicebus.amqp.Links;
import io.tollgate.servicebus.broker.Broker;
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

    private final Options options;
    private final EventLoop loop;
    private final AdminServer admin;

    private ServiceBusServer(Options options, EventLoop loop, AdminServer admin) {
        this.options = options;
        this.loop = loop;
        this.admin = admin;
    }

    /** Starts a bus with these entities; it listens when this returns. */
    public static ServiceBusServer start(Topology topology, Options options) {
        Supplier<UUID> ids = randomIds();
        Broker broker = new Broker(topology, Clock.systemUTC(), ids);
        Links links = new Links(broker, ids, options.maxMessageSize(), options.releaseLocksOnDetach());
        EventLoop loop = null;
        try {
            loop = new EventLoop(broker, links, new InetSocketAddress(options.host(), options.port()));
            AdminServer admin = options.adminPort() < 0 ? null : AdminServer.start(options.adminPort(), broker, loop);
            new Thread(loop, "servicebus-" + loop.port()).start();
            return new ServiceBusServer(options, loop, admin);
        } catch (IOException e) {
            if (loop != null) {
                loop.discard();
            }
            throw new UncheckedIOException(
                    "Cannot listen on " + options.host() + ":" + options.port() + ": " + e.getMessage(), e);
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
        return "Endpoint=sb://localhost:" + port() + ";SharedAccessKeyName=" + options.keyName() + ";SharedAccessKey="
                + options.key() + ";UseDevelopmentEmulator=true;";
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
