package io.tollgate.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that writes what it wants, byte for byte. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    RawClient(int port) throws IOException {
        this("127.0.0.1", port);
    }

    /** One that comes from this address of the machine. */
    RawClient(String from, int port) throws IOException {
        socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException refused) {
            // who is refused in the midst of a request is not heard to its end; the answer tells
        }
        return this;
    }

    /** Everything up to the end of the connection. */
    Answer answer() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException reset) {
            // what came before the reset is the answer
        }
        return new Answer(all.toString(StandardCharsets.UTF_8));
    }

    /** How many answers with status 200 came, as soon as there are so many. */
    long answers(int wanted) throws IOException {
        StringBuilder all = new StringBuilder();
        long seen = 0;
        for (int next = 0;
                next >= 0 && seen < wanted;
                next = socket.getInputStream().read()) {
            all.append((char) next);
            seen = all.toString().split("200 OK", -1).length - 1L;
        }
        return seen;
    }

    /** Goes away at once, without a word. */
    void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    record Answer(String text) {
        int status() {
            return text.isEmpty() ? 0 : Integer.parseInt(text.substring(9, 12));
        }

        String header(String name) {
            String head = text.substring(0, text.indexOf("\r\n\r\n") + 2);
            int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name.toLowerCase(Locale.ROOT) + ": ");
            return at < 0 ? null : head.substring(at + name.length() + 4, head.indexOf("\r\n", at + 2));
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        void isProblem(int status, String type) {
            Problems.check(status(), this::header, body(), status, type);
        }
    }
}
