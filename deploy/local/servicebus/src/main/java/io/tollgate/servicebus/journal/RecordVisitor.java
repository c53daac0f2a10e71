package io.tollgate.servicebus.journal;

import io.tollgate.servicebus.broker.Placement;
import io.tollgate.servicebus.broker.QueuedMessage;
import io.tollgate.servicebus.topology.RuleSpec;
import java.util.Map;

/** Is told what a segment says, record by record. */
interface RecordVisitor {

    void put(String path, long sequence, Placement placement);

    void remove(String path, long sequence);

    void modify(
            String path, long sequence, QueuedMessage.State state, int deliveryCount, Map<String, Object> properties);

    void sessionState(String path, String session, byte[] state);

    void remember(String path, String messageId, long until);

    void lastSequence(String path, long sequence);

    void addRule(String path, RuleSpec rule);

    void removeRule(String path, String name);
}
