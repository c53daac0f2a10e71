package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Change;
import io.tollgate.servicebus.broker.Lease;
import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.broker.Settlements;
import java.util.Map;
import org.apache.qpid.protonj2.engine.OutgoingDelivery;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.messaging.Accepted;
import org.apache.qpid.protonj2.types.messaging.Modified;
import org.apache.qpid.protonj2.types.messaging.Rejected;
import org.apache.qpid.protonj2.types.messaging.Released;
import org.apache.qpid.protonj2.types.transactions.TransactionalState;
import org.apache.qpid.protonj2.types.transport.DeliveryState;

/** What receivers say about the messages they hold. */
final class Dispositions {

    private static final String REASON = "DeadLetterReason";
    private static final String DESCRIPTION = "DeadLetterErrorDescription";

    private final Links links;
    private final Transactions transactions;

    Dispositions(Links links, Transactions transactions) {
        this.transactions = transactions;
        this.links = links;
    }

    void updated(OutgoingDelivery delivery) {
        Lease lease = delivery.getLinkedResource();
        DeliveryState state = delivery.getRemoteState();
        if (lease == null || state == null) {
            return;
        }
        Change change = new Change();
        try {
            if (state instanceof TransactionalState within) {
                settle(lease, (DeliveryState) within.getOutcome(), change);
                transactions.add(within, change);
                answer(delivery, state);
                return;
            }
            settle(lease, state, change);
        } catch (Refused refused) {
            change.undo(refused);
            refuse(delivery, refused);
            return;
        }
        // the answer is of the same kind, but a rejection's error would read as the dead-lettering's failure
        DeliveryState done = state instanceof Rejected ? new Rejected() : state;
        links.broker().submit(change.then(() -> answer(delivery, done), refused -> refuse(delivery, refused)));
    }

    private void settle(Lease lease, DeliveryState state, Change change) {
        Settlements settlements = links.broker().settlements();
        if (state instanceof Accepted) {
            settlements.complete(lease, change);
        } else if (state instanceof Released) {
            lease.queue().unlock(lease);
        } else if (state instanceof Rejected rejected) {
            deadLetter(lease, rejected, change);
        } else if (state instanceof Modified modified) {
            Map<String, Object> properties = Values.properties(modified.getMessageAnnotations());
            if (modified.isUndeliverableHere()) {
                settlements.defer(lease, properties, change);
            } else {
                settlements.abandon(lease, properties, change);
            }
        } else {
            throw Refused.invalid("A message cannot be settled so.");
        }
    }

    private void deadLetter(Lease lease, Rejected rejected, Change change) {
        if (rejected.getError() == null) {
            links.broker().settlements().deadLetter(lease, null, null, Map.of(), change);
            return;
        }
        Symbol condition = rejected.getError().getCondition();
        Map<String, Object> info = Values.properties(rejected.getError().getInfo());
        String reason = (String) info.remove(REASON);
        String description = (String) info.remove(DESCRIPTION);
        if (!Wire.DEAD_LETTER.equals(condition)) {
            reason = condition.toString();
            description = rejected.getError().getDescription();
        }
        links.broker().settlements().deadLetter(lease, reason, description, info, change);
    }

    private static void answer(OutgoingDelivery delivery, DeliveryState state) {
        if (Wire.alive(delivery.getLink()) && !delivery.isSettled()) {
            delivery.disposition(state, true);
        }
    }

    private static void refuse(OutgoingDelivery delivery, Refused refused) {
        answer(delivery, new Rejected().setError(Wire.error(refused)));
    }
}
