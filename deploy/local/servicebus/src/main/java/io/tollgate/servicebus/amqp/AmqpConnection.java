package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.access.Claims;
import io.tollgate.servicebus.broker.Broker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.engine.Connection;
import org.apache.qpid.protonj2.engine.Engine;
import org.apache.qpid.protonj2.engine.EngineFactory;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.transport.ErrorCondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's socket, its protocol engine and what waits to be written to it. */
final class AmqpConnection {

    private static final Logger log = LoggerFactory.getLogger(AmqpConnection.class);
    private static final int MAX_FRAME = 65536;
    private static final int CHANNEL_MAX = 4999;
    private static final long HANDLE_MAX = 65535;
    /** Above this, the client is beyond hope. */
    private static final long OVERFLOW = 64L << 20;

    private static final int HEADER_BYTES = 8;
    private static final int PROTOCOL_ID = 4;
    private static final int SASL = 3;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Links links;
    private final Broker broker;
    private final Consumer<AmqpConnection> onClosed;
    private final Outbox outbox = new Outbox();
    private final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    private final long born = System.nanoTime() / 1_000_000;
    private Engine engine;
    private LinkRegistry registry;
    private boolean ending;
    private long endedAt;
    /** Something was not delivered because too much waited. */
    private boolean starved;

    AmqpConnection(
            SocketChannel channel, SelectionKey key, Links links, Broker broker, Consumer<AmqpConnection> onClosed) {
        this.channel = channel;
        this.key = key;
        this.links = links;
        this.broker = broker;
        this.onClosed = onClosed;
    }

    void read(ByteBuffer input) {
        try {
            input.clear();
            int count = channel.read(input);
            if (count < 0) {
                drop();
                return;
            }
            ingest(input.flip());
        } catch (IOException e) {
            drop();
        } catch (RuntimeException | StackOverflowError e) {
            fail(e);
        }
    }

    private void ingest(ByteBuffer input) {
        if (engine == null && !sniff(input)) {
            return;
        }
        if (engine.isWritable() && input.hasRemaining()) {
            ProtonBuffer buffer = ProtonBufferAllocator.defaultAllocator().allocateHeapBuffer(input.remaining());
            engine.ingest(buffer.writeBytes(input));
        }
    }

    /** The first eight bytes tell whether the client begins with SASL. */
    private boolean sniff(ByteBuffer input) {
        while (header.hasRemaining() && input.hasRemaining()) {
            header.put(input.get());
        }
        if (header.hasRemaining()) {
            return false;
        }
        boolean sasl = header.get(PROTOCOL_ID) == SASL;
        start(sasl ? EngineFactory.PROTON.createEngine() : EngineFactory.PROTON.createNonSaslEngine(), sasl);
        engine.ingest(ProtonBufferAllocator.defaultAllocator().copy(header.array()));
        return true;
    }

    private void start(Engine created, boolean sasl) {
        engine = created;
        engine.outputHandler((ProtonBuffer output) -> outbox.add(output));
        engine.errorHandler(failed -> fail(failed.failureCause()));
        Claims claims = new Claims(links.keys(), broker.timers()::now);
        if (sasl) {
            engine.saslDriver().server().setListener(new Sasl(claims));
        }
        Connection connection = engine.start();
        registry = new LinkRegistry(this, links, broker, claims);
        connection.openHandler(this::open);
        connection.closeHandler(this::remoteClosed);
        connection.sessionOpenHandler(session -> {
            session.setHandleMax(HANDLE_MAX);
            session.closeHandler(closed -> closed.close());
            session.open();
        });
        connection.senderOpenHandler(registry::opened);
        connection.receiverOpenHandler(registry::opened);
    }

    private void open(Connection connection) {
        connection.setContainerId("servicebus");
        connection.setMaxFrameSize(MAX_FRAME);
        connection.setChannelMax(CHANNEL_MAX);
        connection.setIdleTimeout(links.limits().idleMillis());
        connection.open();
    }

    private void remoteClosed(Connection connection) {
        connection.close();
        conclude();
    }

    private void fail(Throwable cause) {
        if (ending) {
            return;
        }
        log.warn("Connection of {} closed: {}", remote(), cause == null ? "protocol error" : cause.getMessage());
        if (engine != null && engine.connection().isLocallyOpen()) {
            outbox.add(Goodbye.because(cause));
        }
        conclude();
    }

    /** Nothing but what is written already goes out. */
    private void conclude() {
        if (!ending) {
            ending = true;
            endedAt = System.nanoTime() / 1_000_000;
        }
    }

    /** Whether more may be delivered now. */
    boolean canTake() {
        boolean room = outbox.size() < links.limits().highWaterBytes() && !ending;
        starved |= !room;
        return room;
    }

    void tick(long now) {
        if (ending) {
            // it does not even take the goodbye
            if (now - endedAt > links.limits().openMillis()) {
                drop();
            }
            return;
        }
        try {
            if (engine == null || engine.connection().getRemoteContainerId() == null) {
                if (now - born > links.limits().openMillis()) {
                    drop();
                }
            } else if (engine.isRunning() && engine.connection().isLocallyOpen()) {
                engine.tick(now);
                registry.closeExpired();
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Closes with a reason, once the reason is written. */
    void end(String condition, String reason) {
        if (engine != null && engine.isRunning() && engine.connection().isLocallyOpen()) {
            engine.connection()
                    .setCondition(new ErrorCondition(Symbol.valueOf(condition), reason))
                    .close();
            log.info("Connection of {} closed: {}", remote(), reason);
        }
        conclude();
    }

    void flush() {
        try {
            outbox.writeTo(channel);
        } catch (IOException e) {
            drop();
            return;
        }
        if (ending && outbox.size() == 0 || outbox.size() > OVERFLOW) {
            drop();
            return;
        }
        boolean full = outbox.size() >= links.limits().highWaterBytes();
        key.interestOps((full ? 0 : SelectionKey.OP_READ) | (outbox.size() > 0 ? SelectionKey.OP_WRITE : 0));
        if (starved && !full && registry != null) {
            starved = false;
            registry.resume();
        }
    }

    /** Gone at once; what it held is given back as the broker's rules say. */
    void drop() {
        onClosed.accept(this);
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("On closing: {}", e.toString());
        }
        if (registry != null) {
            registry.closeAll();
            registry = null;
        }
        if (engine != null && engine.isRunning()) {
            engine.shutdown();
        }
    }

    private Object remote() {
        try {
            return channel.getRemoteAddress();
        } catch (IOException e) {
            return "a client";
        }
    }
}
