package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.types.messaging.Target;

/** The link on which a client gets its answers; they wait for credit. */
final class ReplyLink {

    private static final int MOST_WAITING = 1000;
    private static final long MOST_WAITING_BYTES = 16L << 20;

    private final Sender sender;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private long tag;

    ReplyLink(Sender sender) {
        this.sender = sender;
    }

    List<String> names() {
        List<String> names = new ArrayList<>(List.of(sender.getName()));
        Target target = sender.getRemoteTarget();
        if (target != null && target.getAddress() != null) {
            names.add(target.getAddress());
        }
        return names;
    }

    /** Whether it comes from the node that the request goes to, within one session. */
    boolean answers(Receiver asking) {
        return asking.getSession() == sender.getSession()
                && asking.<Target>getRemoteTarget()
                        .getAddress()
                        .equalsIgnoreCase(sender.getRemoteSource().getAddress());
    }

    void open(Consumer<Runnable> onClosed) {
        sender.setSource(sender.getRemoteSource());
        sender.setTarget(sender.<Target>getRemoteTarget());
        sender.setSenderSettleMode(sender.getRemoteSenderSettleMode());
        sender.setReceiverSettleMode(sender.getRemoteReceiverSettleMode());
        sender.creditStateUpdateHandler(link -> flush());
        sender.closeHandler(link -> onClosed.accept(link::close));
        sender.detachHandler(link -> onClosed.accept(link::detach));
        sender.open();
    }

    void send(byte[] message) {
        waiting.add(message);
        waitingBytes += message.length;
        flush();
        if (waiting.size() > MOST_WAITING || waitingBytes > MOST_WAITING_BYTES) {
            waiting.clear();
            Wire.close(sender, Refused.resourceLimit("The answers are not taken."));
        }
    }

    private byte[] next() {
        byte[] message = waiting.poll();
        waitingBytes -= message.length;
        return message;
    }

    private void flush() {
        while (!waiting.isEmpty() && Wire.alive(sender) && sender.isSendable()) {
            sender.next()
                    .setTag(Long.toString(tag++).getBytes(StandardCharsets.US_ASCII))
                    .disposition(null, true)
                    .writeBytes(ProtonBufferAllocator.defaultAllocator().copy(next()));
        }
        if (Wire.alive(sender) && sender.isDraining()) {
            sender.drained();
        }
    }
}
