package io.tollgate.servicebus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.engine.Connection;
import org.apache.qpid.protonj2.engine.Engine;
import org.apache.qpid.protonj2.engine.EngineFactory;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.engine.OutgoingDelivery;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.engine.Session;
import org.apache.qpid.protonj2.types.messaging.Source;
import org.apache.qpid.protonj2.types.messaging.Target;
import org.apache.qpid.protonj2.types.transport.DeliveryState;
import org.apache.qpid.protonj2.types.transport.ReceiverSettleMode;
import org.apache.qpid.protonj2.types.transport.SenderSettleMode;

/** A client that reads and writes only when told to, and so can misbehave. */
final class RawClient implements AutoCloseable {

    static final byte[] AMQP = {'A', 'M', 'Q', 'P', 0, 1, 0, 0};

    private final Socket socket;
    private final Engine engine;
    private final Connection connection;
    private final Session session;
    private final byte[] input = new byte[64 * 1024];
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private ByteArrayOutputStream held;
    private boolean ended;
    private int tag;
    private int links;

    RawClient(int port) throws IOException {
        this(port, EngineFactory.PROTON.createNonSaslEngine());
    }

    private RawClient(int port, Engine engine) throws IOException {
        this(port, engine, 65536);
    }

    static RawClient takingFramesOf(int port, long bytes) throws IOException {
        return new RawClient(port, EngineFactory.PROTON.createNonSaslEngine(), bytes);
    }

    private RawClient(int port, Engine engine, long frameBytes) throws IOException {
        this.engine = engine;
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20);
        engine.outputHandler((ProtonBuffer output) -> write(output));
        engine.errorHandler(failed -> ended = true);
        connection = engine.start();
        connection.setMaxFrameSize(frameBytes);
        connection.setContainerId("raw").setHostname("localhost").open();
        session = connection.session().open();
        until(() -> connection.getRemoteContainerId() != null);
    }

    /** Whether a connection on which just this is said is closed by the server. */
    static boolean closedAfter(int port, byte[]... writes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) TestBus.SOON.toMillis());
            for (byte[] bytes : writes) {
                socket.getOutputStream().write(bytes);
            }
            while (socket.getInputStream().read() >= 0) {
                // whatever it has to say before it closes
            }
            return true;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Begins with SASL and one mechanism; a name and a password are needed for PLAIN alone. */
    static RawClient with(int port, String mechanism, String name, String password) throws IOException {
        Engine engine = EngineFactory.PROTON.createEngine();
        engine.saslDriver().client().setListener(new RawSasl(mechanism, name, password));
        return new RawClient(port, engine);
    }

    boolean isOpen() {
        return connection.getRemoteContainerId() != null;
    }

    /** Shows the root key's token for the whole namespace. */
    RawClient authorized() throws Exception {
        return authorizedUntil(4_000_000_000L);
    }

    RawClient authorizedUntil(long epochSeconds) throws Exception {
        node("$cbs").ask("put-token", token(epochSeconds));
        return this;
    }

    /** A request-response node, with links to it and from it. */
    RawNode node(String address) throws IOException {
        return new RawNode(this, address);
    }

    /** All that this client has said so far. */
    byte[] said() {
        return said.toByteArray();
    }

    /** All that the server has said so far. */
    byte[] heard() {
        return heard.toByteArray();
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
        Sender sender = session.sender("to " + address + ++links);
        sender.setSource(new Source().setAddress("me")).setTarget(new Target().setAddress(address));
        sender.open();
        until(sender::isSendable);
        return sender;
    }

    void send(Sender sender, byte[] message) {
        send(sender, message, null);
    }

    /** Sends with a state, such as a transaction's. */
    void send(Sender sender, byte[] message, DeliveryState state) {
        OutgoingDelivery delivery = sender.next().setTag(new byte[] {(byte) (tag >> 8), (byte) tag++});
        if (state != null) {
            delivery.disposition(state);
        }
        delivery.writeBytes(ProtonBufferAllocator.defaultAllocator().copy(message));
    }

    /** A receiver with as much credit, which keeps what it gets. */
    List<IncomingDelivery> receive(String address, int credit) {
        return receive(new Source().setAddress(address), credit);
    }

    List<IncomingDelivery> receive(Source source, int credit) {
        List<IncomingDelivery> received = new ArrayList<>();
        Receiver receiver = session.receiver("from " + source.getAddress());
        receiver.setSource(source).setTarget(new Target().setAddress("me"));
        receiver.setSenderSettleMode(SenderSettleMode.UNSETTLED).setReceiverSettleMode(ReceiverSettleMode.SECOND);
        receiver.deliveryReadHandler(delivery -> {
            if (!delivery.isPartial()) {
                received.add(delivery);
            }
        });
        receiver.open().addCredit(credit);
        return received;
    }

    /** Reads until it holds or the time is over; tells which. */
    boolean until(BooleanSupplier condition) throws IOException {
        long deadline = System.nanoTime() + TestBus.SOON.toNanos();
        while (!condition.getAsBoolean() && !ended && System.nanoTime() < deadline) {
            read();
        }
        return condition.getAsBoolean();
    }

    /** Whether the server closes the connection soon, though nothing is said any more. */
    boolean isClosed() throws IOException {
        return until(() -> ended) || ended;
    }

    private void read() throws IOException {
        InputStream in = socket.getInputStream();
        try {
            int count = in.read(input);
            if (count < 0) {
                ended = true;
                return;
            }
            heard.write(input, 0, count);
            if (engine.isWritable()) {
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
        write(bytes);
    }

    /** Says all of it in one breath: the server reads the last word with the first. */
    void atOnce(Runnable words) {
        held = new ByteArrayOutputStream();
        words.run();
        byte[] all = held.toByteArray();
        held = null;
        write(all);
    }

    /** Says what no library would. */
    void write(byte[] bytes) {
        if (held != null) {
            held.writeBytes(bytes);
            return;
        }
        said.writeBytes(bytes);
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
