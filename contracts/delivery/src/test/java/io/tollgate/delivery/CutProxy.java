package io.tollgate.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** A line to a port of this machine that can be cut as a firewall cuts it: silently, nobody is told. */
final class CutProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final UnaryOperator<byte[]> answers;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    private CutProxy(ServerSocket listener, int target, UnaryOperator<byte[]> answers) {
        this.listener = listener;
        this.target = target;
        this.answers = answers;
    }

    static CutProxy to(int target) {
        return to(target, UnaryOperator.identity());
    }

    /** @param answers what becomes of what the bus says */
    static CutProxy to(int target, UnaryOperator<byte[]> answers) {
        try {
            CutProxy proxy = new CutProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target, answers);
            daemon(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Every line there is falls silent; new ones work. */
    void cut() {
        lines.forEach(line -> line.cut.set(true));
    }

    private void accept() {
        try {
            while (true) {
                connect(listener.accept());
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target));
            lines.add(line);
            daemon(() -> line.pump(line.client, line.server, UnaryOperator.identity()));
            daemon(() -> line.pump(line.server, line.client, answers));
        } catch (ConnectException away) {
            // the bus is away for a while: whoever calls is hung up on, and may call again
            client.close();
        }
    }

    private record Line(Socket client, Socket server, AtomicBoolean cut) {
        Line(Socket client, Socket server) {
            this(client, server, new AtomicBoolean());
        }

        void pump(Socket from, Socket to, UnaryOperator<byte[]> change) {
            byte[] buffer = new byte[8192];
            try (InputStream in = from.getInputStream()) {
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!cut.get()) {
                        out.write(change.apply(Arrays.copyOf(buffer, read)));
                        out.flush();
                    }
                }
                if (!cut.get()) {
                    to.close();
                }
            } catch (IOException ended) {
                // an end of the line went away; the other learns it only when the line is not cut
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Line line : lines) {
                line.client().close();
                line.server().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
