package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Broker;
import io.tollgate.servicebus.broker.Change;
import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.broker.Timers;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.qpid.protonj2.types.Binary;
import org.apache.qpid.protonj2.types.transactions.TransactionalState;

/** The open transactions of one connection: what each would change, held back until it is discharged. */
final class Transactions {

    /** As Azure has it. */
    private static final long LONGEST_MILLIS = 120_000;

    private static final int MOST = 100;
    private static final int MOST_PARTS = 1000;

    private final Broker broker;
    private final Map<ByteBuffer, Open> open = new HashMap<>();

    Transactions(Broker broker) {
        this.broker = broker;
    }

    private record Open(Change change, Timers.Timer deadline) {}

    Binary declare(UUID id) {
        if (open.size() >= MOST) {
            throw Refused.resourceLimit("This connection has " + MOST + " open transactions already.");
        }
        ByteBuffer key = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip();
        long deadline = broker.timers().now() + LONGEST_MILLIS;
        Timers.Timer timer = broker.timers().at(deadline, () -> rollBack(key));
        open.put(key, new Open(new Change(), timer));
        return new Binary(key.array());
    }

    /** Adds what belongs to the transaction, whole or not at all. */
    void add(TransactionalState state, Change part) {
        Open transaction = open.get(state.getTxnId().asByteBuffer());
        if (transaction == null) {
            throw Refused.unknownTransaction();
        }
        if (transaction.change().ops().size() + part.ops().size() > MOST_PARTS) {
            throw Refused.resourceLimit("A transaction takes " + MOST_PARTS + " operations at most.");
        }
        transaction.change().absorb(part);
    }

    /** Ends a transaction; {@code ended} is told null, or why it was rolled back instead. */
    void discharge(ByteBuffer id, boolean fail, Consumer<Refused> ended) {
        Open transaction = open.remove(id);
        if (transaction == null) {
            ended.accept(Refused.unknownTransaction());
            return;
        }
        broker.timers().cancel(transaction.deadline());
        if (fail) {
            transaction.change().undo(Refused.unknownTransaction());
            ended.accept(null);
        } else {
            broker.submit(transaction.change().then(() -> ended.accept(null), ended));
        }
    }

    /** The connection is gone, and with it what was not discharged. */
    void rollBackAll() {
        List.copyOf(open.keySet()).forEach(this::rollBack);
    }

    private void rollBack(ByteBuffer id) {
        discharge(id, true, refused -> {});
    }
}
