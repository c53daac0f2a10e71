package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Change;
import io.tollgate.servicebus.broker.Entity;
import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.message.Batches;
import io.tollgate.servicebus.message.MalformedMessage;
import io.tollgate.servicebus.message.SentMessage;
import io.tollgate.servicebus.topology.AccessRule.Right;
import java.util.List;
import java.util.Locale;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.types.UnsignedLong;
import org.apache.qpid.protonj2.types.messaging.Accepted;
import org.apache.qpid.protonj2.types.messaging.Rejected;
import org.apache.qpid.protonj2.types.messaging.Target;
import org.apache.qpid.protonj2.types.transactions.TransactionalState;
import org.apache.qpid.protonj2.types.transport.DeliveryState;

/** The link on which a client sends to an entity. */
final class ProducerLink {

    private static final int CREDIT = 1000;

    private final Receiver receiver;
    private final Links links;
    private final Transactions transactions;
    private final LinkRegistry registry;
    private final Entity entity;

    ProducerLink(Receiver receiver, Links links, Transactions transactions, LinkRegistry registry, Entity entity) {
        this.registry = registry;
        this.transactions = transactions;
        this.receiver = receiver;
        this.links = links;
        this.entity = entity;
    }

    void open() {
        refuseUnlessForSending();
        echo(receiver);
        // without it the SDK sizes its buffer to nothing, and every send fails
        receiver.setMaxMessageSize(UnsignedLong.valueOf(links.limits().maxMessageSize()));
        receiver.deliveryReadHandler(this::read);
        receiver.open();
        receiver.addCredit(CREDIT);
    }

    static void echo(Receiver receiver) {
        receiver.setSource(receiver.getRemoteSource());
        receiver.setTarget(receiver.<Target>getRemoteTarget());
        receiver.setSenderSettleMode(receiver.getRemoteSenderSettleMode());
        receiver.setReceiverSettleMode(receiver.getRemoteReceiverSettleMode());
    }

    static byte[] bytes(IncomingDelivery delivery) {
        ProtonBuffer buffer = delivery.readAll();
        if (buffer == null) {
            return new byte[0];
        }
        byte[] bytes = new byte[buffer.getReadableBytes()];
        buffer.readBytes(bytes, 0, bytes.length);
        return bytes;
    }

    private void refuseUnlessForSending() {
        String path = entity.path().toLowerCase(Locale.ROOT);
        if (path.contains("/subscriptions/") || path.contains("$deadletterqueue")) {
            throw Refused.notAllowed("'" + entity.path() + "' can only be received from.");
        }
    }

    private void read(IncomingDelivery delivery) {
        if (delivery.isAborted()) {
            registry.unfinished(receiver, 0);
            delivery.settle();
            return;
        }
        int most = links.limits().maxMessageSize();
        if (delivery.isPartial()) {
            if (delivery.available() > most) {
                Wire.close(receiver, Refused.tooLarge(delivery.available(), most));
            }
            registry.unfinished(receiver, delivery.available());
            return;
        }
        registry.unfinished(receiver, 0);
        if (!registry.allows(entity, Right.SEND)) {
            Wire.close(receiver, Refused.unauthorized("The token has expired."));
            return;
        }
        int format = delivery.getMessageFormat();
        byte[] bytes = bytes(delivery);
        if (receiver.getCredit() < CREDIT / 2) {
            receiver.addCredit(CREDIT - receiver.getCredit());
        }
        Change change = new Change();
        try {
            if (bytes.length > most) {
                throw Refused.tooLarge(bytes.length, most);
            }
            links.broker().router().send(entity, messages(bytes, format), change);
            if (delivery.getRemoteState() instanceof TransactionalState within) {
                transactions.add(within, change);
                answer(delivery, within.setOutcome(Accepted.getInstance()));
                return;
            }
        } catch (Refused refused) {
            change.undo(refused);
            reject(delivery, refused);
            return;
        } catch (MalformedMessage e) {
            change.undo(Refused.malformed(e.getMessage()));
            reject(delivery, Refused.malformed(e.getMessage()));
            return;
        }
        links.broker()
                .submit(change.then(
                        () -> answer(delivery, Accepted.getInstance()), refused -> reject(delivery, refused)));
    }

    private List<SentMessage> messages(byte[] transfer, int format) {
        return Batches.split(transfer, format).stream()
                .map(bytes -> new SentMessage(bytes)
                        .checked()
                        .withMessageId(links.ids().get().toString().replace("-", "")))
                .toList();
    }

    private void reject(IncomingDelivery delivery, Refused refused) {
        answer(delivery, new Rejected().setError(Wire.error(refused)));
    }

    private void answer(IncomingDelivery delivery, DeliveryState state) {
        if (Wire.alive(receiver) && !delivery.isSettled()) {
            delivery.disposition(state, true);
        }
    }
}
