package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Consumer;
import io.tollgate.servicebus.broker.Lease;
import io.tollgate.servicebus.broker.MessageQueue;
import io.tollgate.servicebus.broker.QueuedMessage;
import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.message.LockTokens;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.engine.OutgoingDelivery;
import org.apache.qpid.protonj2.engine.Sender;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.messaging.Source;
import org.apache.qpid.protonj2.types.messaging.Target;
import org.apache.qpid.protonj2.types.transport.SenderSettleMode;

/** The link on which a client receives from a queue, or from one of its sessions. */
final class ConsumerLink implements Consumer {

    private static final long DEFAULT_TIMEOUT_MILLIS = 60_000;

    private final Sender sender;
    private final Links links;
    private final Transactions transactions;
    private final AmqpConnection connection;
    private final MessageQueue queue;
    private final boolean locks;
    private OutgoingDelivery unfinished;
    private ProtonBuffer rest;
    private int reserved;
    private long tag;
    private boolean released;

    ConsumerLink(Sender sender, Links links, Transactions transactions, AmqpConnection connection, MessageQueue queue) {
        this.transactions = transactions;
        this.sender = sender;
        this.links = links;
        this.connection = connection;
        this.queue = queue;
        this.locks = sender.getRemoteSenderSettleMode() != SenderSettleMode.SETTLED;
    }

    void open(java.util.function.Consumer<Runnable> onClosed) {
        sender.closeHandler(link -> end(onClosed, link::close));
        sender.detachHandler(link -> end(onClosed, link::detach));
        sender.creditStateUpdateHandler(link -> resume());
        sender.deliveryStateUpdatedHandler(new Dispositions(links, transactions)::updated);
        SessionFilter wanted = SessionFilter.of(sender.getRemoteSource());
        if ((wanted != null) != (queue.sessions() != null)) {
            throw Refused.notAllowed(
                    wanted != null
                            ? "'" + queue.path() + "' has no sessions to receive from."
                            : "It is not possible for an entity that requires sessions to create a non-sessionful"
                                    + " message receiver.");
        }
        if (wanted != null) {
            acceptSession(wanted);
        } else {
            answer(sender.getRemoteSource());
            queue.subscribe(this);
        }
    }

    private void acceptSession(SessionFilter wanted) {
        if (wanted.session() != null) {
            queue.sessions().accept(wanted.session(), this);
            answerSession(wanted);
            return;
        }
        long patience = Wire.number(sender.getRemoteProperties(), Wire.TIMEOUT, DEFAULT_TIMEOUT_MILLIS);
        queue.sessions().acceptNext(this, links.broker().timers().now() + patience, (accepted, refused) -> {
            if (refused == null) {
                answerSession(wanted.accepting(accepted));
            } else if (!released) {
                released = true;
                Wire.refuse(sender, refused);
            }
        });
    }

    private void answerSession(SessionFilter accepted) {
        Source source = sender.getRemoteSource();
        accepted.writeTo(source);
        Map<Symbol, Object> properties = new HashMap<>();
        properties.put(Wire.LOCKED_UNTIL, Wire.ticks(queue.sessions().lockedUntil(accepted.session())));
        sender.setProperties(properties);
        answer(source);
        queue.dirty();
    }

    private void answer(Source source) {
        sender.setSource(source);
        sender.setTarget(sender.<Target>getRemoteTarget());
        sender.setSenderSettleMode(sender.getRemoteSenderSettleMode());
        sender.setReceiverSettleMode(sender.getRemoteReceiverSettleMode());
        sender.open();
    }

    @Override
    public boolean wants() {
        return rest == null
                && connection.canTake()
                && Wire.alive(sender)
                && sender.isSendable()
                && sender.getCredit() > reserved;
    }

    @Override
    public boolean locks() {
        return locks;
    }

    @Override
    public void deliver(Lease lease) {
        send(LockTokens.tag(lease.token()), lease.message(), lease);
    }

    @Override
    public void reserve() {
        reserved++;
    }

    @Override
    public void take(QueuedMessage message) {
        reserved--;
        if (message != null && Wire.alive(sender)) {
            send(Long.toString(tag++).getBytes(StandardCharsets.US_ASCII), message, null);
        }
        queue.dirty();
    }

    @Override
    public void nothingMore() {
        if (reserved == 0 && rest == null && Wire.alive(sender) && sender.isDraining()) {
            sender.drained();
        }
    }

    private void send(byte[] deliveryTag, QueuedMessage message, Lease lease) {
        OutgoingDelivery delivery = sender.next().setTag(deliveryTag);
        if (lease == null) {
            delivery.disposition(null, true);
        } else {
            delivery.setLinkedResource(lease);
        }
        write(
                delivery,
                ProtonBufferAllocator.defaultAllocator()
                        .copy(message.delivered().encode()));
    }

    /** Writes what the client's session window admits; the rest follows when it opens again. */
    private void write(OutgoingDelivery delivery, ProtonBuffer buffer) {
        delivery.writeBytes(buffer);
        boolean complete = !buffer.isReadable();
        unfinished = complete ? null : delivery;
        rest = complete ? null : buffer;
    }

    void resume() {
        if (rest != null && Wire.alive(sender) && sender.isSendable()) {
            write(unfinished, rest);
        }
        queue.dirty();
    }

    @Override
    public void sessionLost(Refused reason) {
        released = true;
        Wire.close(sender, reason);
    }

    MessageQueue queue() {
        return queue;
    }

    /** Its token is good no longer. */
    void expire() {
        release();
        Wire.close(sender, Refused.unauthorized("The token has expired."));
    }

    private void end(java.util.function.Consumer<Runnable> onClosed, Runnable answer) {
        release();
        onClosed.accept(answer);
    }

    /** The client is gone: its session is free, its message locks run out as they will. */
    void release() {
        if (released) {
            return;
        }
        released = true;
        queue.unsubscribe(this);
        if (queue.sessions() != null) {
            queue.sessions().release(this);
        } else if (links.releaseLocksOnDetach()) {
            sender.unsettled().forEach(delivery -> queue.unlock(delivery.getLinkedResource()));
        }
    }
}
