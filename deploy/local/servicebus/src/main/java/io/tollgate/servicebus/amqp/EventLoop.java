package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Broker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns sockets, protocol engines and the broker. A turn reads what came in, lets the broker write and
 * settle it, and only then lets the answers out.
 */
public final class EventLoop implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);
    private static final int BACKLOG = 512;
    private static final int HEARTBEAT_MILLIS = 1000;

    static {
        CompleteLists.install();
    }

    private final Broker broker;
    private final Links links;
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final ByteBuffer input = ByteBuffer.allocateDirect(256 * 1024);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Set<AmqpConnection> connections = new LinkedHashSet<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closing;
    private long nextHeartbeat;
    private long accepted;

    private EventLoop(Links links, Selector selector, ServerSocketChannel listener) {
        this.broker = links.broker();
        this.links = links;
        this.selector = selector;
        this.listener = listener;
    }

    /** Takes the address; clients are served as soon as the loop is run. */
    public static EventLoop listen(Links links, InetSocketAddress address) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listener.bind(address, BACKLOG);
            listener.configureBlocking(false);
            Selector selector = Selector.open();
            listener.register(selector, SelectionKey.OP_ACCEPT);
            return new EventLoop(links, selector, listener);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    public int port() {
        return listener.socket().getLocalPort();
    }

    /** Runs on the loop's thread, between turns. */
    public <T> CompletableFuture<T> call(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        tasks.add(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        selector.wakeup();
        ended.thenRun(() -> answer.completeExceptionally(new IllegalStateException("The bus is closed.")));
        return answer;
    }

    /** Says goodbye to every client and ends the thread. */
    public void close() {
        closing = true;
        selector.wakeup();
        ended.join();
    }

    /** Waits for the end of the loop. */
    public void await() {
        ended.join();
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                turn();
            }
            List<AmqpConnection> last = List.copyOf(connections);
            last.forEach(connection -> connection.end("amqp:connection:forced", "The bus is shutting down."));
            broker.settle();
            last.forEach(AmqpConnection::flush);
        } catch (IOException | RuntimeException | Error e) {
            log.error("The bus has failed and stops", e);
        } finally {
            release();
            ended.complete(null);
        }
    }

    private void turn() throws IOException {
        selector.select(key -> handle(key), Math.max(1, broker.patience(HEARTBEAT_MILLIS)));
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        broker.timers().fire();
        broker.settle();
        heartbeat();
        for (AmqpConnection connection : List.copyOf(connections)) {
            connection.flush();
        }
    }

    private void handle(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        if (key.isAcceptable()) {
            accept();
            return;
        }
        AmqpConnection connection = (AmqpConnection) key.attachment();
        if (key.isReadable()) {
            connection.read(input);
        }
        // writing happens at the end of every turn
    }

    private void accept() {
        try {
            SocketChannel channel = listener.accept();
            if (channel == null) {
                return;
            }
            if (connections.size() >= links.limits().maxConnections()) {
                log.warn("A connection is refused: there are {} already", connections.size());
                channel.close();
                return;
            }
            accepted++;
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            AmqpConnection connection = new AmqpConnection(channel, key, links, broker, connections::remove);
            key.attach(connection);
            connections.add(connection);
        } catch (IOException e) {
            log.warn("A connection could not be accepted: {}", e.toString());
        }
    }

    private void heartbeat() {
        long now = System.nanoTime() / 1_000_000;
        if (now >= nextHeartbeat) {
            nextHeartbeat = now + HEARTBEAT_MILLIS;
            for (AmqpConnection connection : List.copyOf(connections)) {
                connection.tick(now);
            }
        }
    }

    /** How many clients are connected. */
    public int connectionCount() {
        return connections.size();
    }

    /** Gives the port back when the loop is never run. */
    public void discard() {
        release();
    }

    /** How many have connected since the start. */
    public long connectionTotal() {
        return accepted;
    }

    private void release() {
        for (AmqpConnection connection : List.copyOf(connections)) {
            connection.drop();
        }
        try {
            listener.close();
            selector.close();
        } catch (IOException e) {
            log.debug("On closing: {}", e.toString());
        }
        broker.close();
    }
}
