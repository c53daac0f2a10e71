package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.message.MalformedMessage;
import io.tollgate.servicebus.message.SentMessage;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.qpid.proton.amqp.transaction.Declare;
import org.apache.qpid.proton.amqp.transaction.Discharge;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.engine.Receiver;
import org.apache.qpid.protonj2.types.messaging.Accepted;
import org.apache.qpid.protonj2.types.messaging.Rejected;
import org.apache.qpid.protonj2.types.transactions.Coordinator;
import org.apache.qpid.protonj2.types.transactions.Declared;
import org.apache.qpid.protonj2.types.transport.DeliveryState;

/** The link on which a client begins and ends transactions. */
final class CoordinatorLink {

    private final Receiver receiver;
    private final Transactions transactions;
    private final Supplier<UUID> ids;

    CoordinatorLink(Receiver receiver, Transactions transactions, Supplier<UUID> ids) {
        this.receiver = receiver;
        this.transactions = transactions;
        this.ids = ids;
    }

    void open() {
        receiver.setSource(receiver.getRemoteSource());
        receiver.setTarget(receiver.<Coordinator>getRemoteTarget());
        receiver.setSenderSettleMode(receiver.getRemoteSenderSettleMode());
        receiver.setReceiverSettleMode(receiver.getRemoteReceiverSettleMode());
        Requests.open(receiver, this::read);
    }

    private void read(IncomingDelivery delivery, byte[] bytes) {
        try {
            handle(delivery, new SentMessage(bytes).value());
        } catch (Refused refused) {
            refuse(delivery, refused);
        } catch (MalformedMessage e) {
            refuse(delivery, Refused.malformed(e.getMessage()));
        }
    }

    private void handle(IncomingDelivery delivery, Object command) {
        if (command instanceof Declare) {
            answer(delivery, new Declared().setTxnId(transactions.declare(ids.get())));
        } else if (command instanceof Discharge discharge) {
            boolean fail = Boolean.TRUE.equals(discharge.getFail());
            transactions.discharge(discharge.getTxnId().asByteBuffer(), fail, refused -> {
                if (refused == null) {
                    answer(delivery, Accepted.getInstance());
                } else {
                    refuse(delivery, refused);
                }
            });
        } else {
            throw Refused.malformed("A coordinator takes declare and discharge alone.");
        }
    }

    private void refuse(IncomingDelivery delivery, Refused refused) {
        answer(delivery, new Rejected().setError(Wire.error(refused)));
    }

    private void answer(IncomingDelivery delivery, DeliveryState state) {
        if (Wire.alive(receiver) && !delivery.isSettled()) {
            delivery.disposition(state, true);
        }
    }
}
