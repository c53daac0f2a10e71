package io.tollgate.servicebus;

import io.tollgate.servicebus.message.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.engine.Connection;
import org.apache.qpid.protonj2.engine.Engine;
import org.apache.qpid.protonj2.engine.EngineFactory;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.engine.Session;
import org.apache.qpid.protonj2.types.messaging.Source;
import org.apache.qpid.protonj2.types.messaging.Target;

/** A client that reads and writes only when told to, and so can misbehave. */
final class RawClient implements AutoCloseable {

    private final Socket socket;
    private final Engine engine = EngineFactory.PROTON.createNonSaslEngine();
    private final Connection connection;
    private final Session session;
    private final byte[] input = new byte[64 * 1024];
    private boolean ended;

    RawClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20);
        engine.outputHandler((ProtonBuffer output) -> write(output));
        engine.errorHandler(failed -> ended = true);
        connection = engine.start();
        connection.setContainerId("raw").setHostname("localhost").open();
        session = connection.session().open();
        until(() -> connection.getRemoteContainerId() != null);
    }

    /** Shows the root key's token for the whole namespace. */
    RawClient authorized() throws Exception {
        return authorizedUntil(4_000_000_000L);
    }

    RawClient authorizedUntil(long epochSeconds) throws Exception {
        Receiver answers = session.receiver("answers");
        answers.setSource(new Source().setAddress("$cbs")).setTarget(new Target().setAddress("me"));
        answers.open().addCredit(10);
        Sender asks = sender("$cbs");
        boolean[] answered = {false};
        answers.deliveryReadHandler(delivery -> answered[0] = true);
        Properties properties = new Properties();
        properties.setMessageId("1");
        properties.setReplyTo("me");
        var operation = new ApplicationProperties(Map.of("operation", "put-token"));
        send(asks, Codec.current().encode(properties, operation, new AmqpValue(token(epochSeconds))));
        until(() -> answered[0]);
        return this;
    }

    private static String token(long expires) throws Exception {
        String resource = URLEncoder.encode("amqp://localhost/", StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Options.DEVELOPMENT_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal((resource + "\n" + expires).getBytes(StandardCharsets.UTF_8));
        return "SharedAccessSignature sr=" + resource + "&sig="
                + URLEncoder.encode(Base64.getEncoder().encodeToString(signature), StandardCharsets.UTF_8)
                + "&se=" + expires + "&skn=" + Options.ROOT_KEY_NAME;
    }

    Session session() {
        return session;
    }

    Connection connection() {
        return connection;
    }

    Sender sender(String address) throws IOException {
        Sender sender = session.sender("to " + address);
        sender.setSource(new Source().setAddress("me")).setTarget(new Target().setAddress(address));
        sender.open();
        until(sender::isSendable);
        return sender;
    }

    void send(Sender sender, byte[] message) {
        sender.next()
                .setTag(new byte[] {1})
                .writeBytes(ProtonBufferAllocator.defaultAllocator().copy(message));
    }

    /** Reads until it holds or ten seconds have passed; tells which. */
    boolean until(BooleanSupplier condition) throws IOException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean() && !ended && System.nanoTime() < deadline) {
            read();
        }
        return condition.getAsBoolean();
    }

    /** Whether the server closes the connection within ten seconds, though nothing is said any more. */
    boolean isClosed() throws IOException {
        return until(() -> ended) || ended;
    }

    private void read() throws IOException {
        InputStream in = socket.getInputStream();
        try {
            int count = in.read(input);
            if (count < 0) {
                ended = true;
            } else if (engine.isWritable()) {
                engine.ingest(ProtonBufferAllocator.defaultAllocator().copy(input, 0, count));
            }
        } catch (SocketTimeoutException e) {
            // nothing came, which is for the caller to judge
        } catch (IOException e) {
            ended = true;
        }
    }

    private void write(ProtonBuffer output) {
        byte[] bytes = new byte[output.getReadableBytes()];
        output.readBytes(bytes, 0, bytes.length);
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            ended = true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
