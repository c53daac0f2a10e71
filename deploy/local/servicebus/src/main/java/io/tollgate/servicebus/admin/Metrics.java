package io.tollgate.servicebus.admin;

import io.tollgate.servicebus.amqp.EventLoop;
import io.tollgate.servicebus.broker.Broker;
import io.tollgate.servicebus.broker.Entity;
import io.tollgate.servicebus.broker.MessageQueue;
import java.util.function.ToLongFunction;

/** What Prometheus scrapes; to be asked on the bus's thread. */
final class Metrics {

    private final Broker broker;
    private final EventLoop loop;
    private final StringBuilder text = new StringBuilder();

    Metrics(Broker broker, EventLoop loop) {
        this.broker = broker;
        this.loop = loop;
    }

    String text() {
        text.setLength(0);
        single("servicebus_connections", "gauge", "Clients connected.", loop.connectionCount());
        single("servicebus_connections_total", "counter", "Clients ever accepted.", loop.connectionTotal());
        single("servicebus_journal_bytes", "gauge", "Bytes the journal takes on disk.", broker.journalBytes());
        single("servicebus_journal_refused_total", "counter", "Changes the disk refused.", broker.refusedTotal());
        states();
        each("servicebus_messages_arrived_total", "Messages that came to an entity.", q -> q.counts()
                .arrivedTotal());
        each("servicebus_messages_delivered_total", "Deliveries.", q -> q.counts()
                .deliveredTotal());
        each("servicebus_messages_left_total", "Messages that left an entity for good.", q -> q.counts()
                .leftTotal());
        return text.toString();
    }

    private void states() {
        head("servicebus_messages", "gauge", "Messages in an entity, by state.");
        for (Entity entity : broker.entities()) {
            MessageQueue queue = broker.scheduledOf(entity);
            state(entity, "active", queue.activeCount());
            state(entity, "scheduled", queue.counts().scheduled());
            state(entity, "deferred", queue.counts().deferred());
            state(entity, "locked", queue.lockedCount());
        }
    }

    private void state(Entity entity, String state, int value) {
        text.append("servicebus_messages{entity=\"").append(entity.path()).append("\",state=\"");
        text.append(state).append("\"} ").append(value).append('\n');
    }

    private void each(String name, String help, ToLongFunction<MessageQueue> value) {
        head(name, "counter", help);
        for (Entity entity : broker.entities()) {
            text.append(name).append("{entity=\"").append(entity.path()).append("\"} ");
            text.append(value.applyAsLong(broker.scheduledOf(entity))).append('\n');
        }
    }

    private void single(String name, String type, String help, long value) {
        head(name, type, help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}
