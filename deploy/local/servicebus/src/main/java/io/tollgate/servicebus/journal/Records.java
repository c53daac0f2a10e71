package io.tollgate.servicebus.journal;

import io.tollgate.servicebus.broker.Body;
import io.tollgate.servicebus.broker.Op;
import io.tollgate.servicebus.broker.Placement;
import io.tollgate.servicebus.broker.QueuedMessage;
import io.tollgate.servicebus.message.Codec;
import io.tollgate.servicebus.topology.RuleSpec;
import java.util.IdentityHashMap;
import java.util.Map;

/** Writes the parts of a change, a body once however many queues it goes to. */
final class Records {

    static final int BODY = 1;
    static final int PUT = 2;
    static final int REMOVE = 3;
    static final int MODIFY = 4;
    static final int SESSION_STATE = 5;
    static final int REMEMBER = 6;
    static final int LAST_SEQUENCE = 7;
    static final int ADD_RULE = 8;
    static final int REMOVE_RULE = 9;

    private final Buffer out;
    private final Placed placed;
    private final Map<Body, Integer> bodies = new IdentityHashMap<>();

    Records(Buffer out, Placed placed) {
        this.out = out;
        this.placed = placed;
    }

    /** Tells where a message's bytes were written, counted from the buffer's start. */
    interface Placed {
        void at(QueuedMessage message, int position, byte[] bytes);
    }

    void write(Op op) {
        if (op instanceof Op.Put put) {
            put(put.queue().path(), put.message());
        } else if (op instanceof Op.Remove remove) {
            out.put(REMOVE)
                    .putText(remove.queue().path())
                    .putLong(remove.message().sequence());
        } else if (op instanceof Op.Modify modify) {
            out.put(MODIFY)
                    .putText(modify.queue().path())
                    .putLong(modify.message().sequence())
                    .put(modify.state().ordinal())
                    .putInt(modify.deliveryCount());
            properties(modify.properties());
        } else if (op instanceof Op.SetSessionState set) {
            sessionState(set.queue().path(), set.session(), set.state());
        } else if (op instanceof Op.Remember remember) {
            remember(remember.entity().path(), remember.messageId(), remember.until());
        } else if (op instanceof Op.AddRule add) {
            addRule(add.subscription().queue().path(), add.rule().spec());
        } else if (op instanceof Op.RemoveRule remove) {
            removeRule(remove.subscription().queue().path(), remove.name());
        } else {
            throw new AssertionError(op);
        }
    }

    void put(String path, QueuedMessage message) {
        byte[] bytes = message.body().bytes();
        Integer position = bodies.get(message.body());
        if (position == null) {
            out.put(BODY).putBytes(bytes);
            position = out.position() - bytes.length;
            bodies.put(message.body(), position);
        }
        Placement placement = message.placement();
        out.put(PUT)
                .putText(path)
                .putLong(message.sequence())
                .put(placement.state().ordinal())
                .putLong(placement.enqueuedSequence())
                .putLong(placement.enqueuedTime())
                .putLong(placement.expiresAt())
                .putLong(placement.scheduledTime())
                .putInt(placement.deliveryCount())
                .putText(placement.sessionId())
                .putText(placement.deadLetterSource());
        properties(placement.properties());
        out.putInt(out.position() - position).putInt(bytes.length);
        placed.at(message, position, bytes);
    }

    void sessionState(String path, String session, byte[] state) {
        out.put(SESSION_STATE).putText(path).putText(session).putBytes(state);
    }

    void remember(String path, String messageId, long until) {
        out.put(REMEMBER).putText(path).putText(messageId).putLong(until);
    }

    void lastSequence(String path, long sequence) {
        out.put(LAST_SEQUENCE).putText(path).putLong(sequence);
    }

    void addRule(String path, RuleSpec rule) {
        out.put(ADD_RULE).putText(path).putBytes(RuleRecord.encode(rule));
    }

    void removeRule(String path, String name) {
        out.put(REMOVE_RULE).putText(path).putText(name);
    }

    private void properties(Map<String, Object> properties) {
        out.putBytes(properties.isEmpty() ? null : Codec.current().encode(properties));
    }
}
