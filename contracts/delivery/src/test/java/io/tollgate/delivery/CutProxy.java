package io.tollgate.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A line to a port of this machine that can be cut as a firewall cuts it: silently, nobody is told. */
final class CutProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    private CutProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static CutProxy to(int target) {
        try {
            CutProxy proxy = new CutProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
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
                Line line = new Line(listener.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                lines.add(line);
                daemon(() -> line.pump(line.client, line.server));
                daemon(() -> line.pump(line.server, line.client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private record Line(Socket client, Socket server, AtomicBoolean cut) {
        Line(Socket client, Socket server) {
            this(client, server, new AtomicBoolean());
        }

        void pump(Socket from, Socket to) {
            byte[] buffer = new byte[8192];
            try (InputStream in = from.getInputStream()) {
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!cut.get()) {
                        out.write(buffer, 0, read);
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
