package io.tollgate.servicebus.admin;

import io.tollgate.servicebus.broker.Broker;
import io.tollgate.servicebus.broker.Change;
import io.tollgate.servicebus.broker.Entity;
import io.tollgate.servicebus.broker.MessageQueue;
import io.tollgate.servicebus.broker.QueuedMessage;
import io.tollgate.servicebus.broker.Topic;
import io.tollgate.servicebus.message.SentMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the admin surface shows; to be asked on the bus's thread. */
final class AdminViews {

    private static final int MOST_PEEKED = 100;

    private final Broker broker;

    AdminViews(Broker broker) {
        this.broker = broker;
    }

    String entities() {
        List<Object> rows = new ArrayList<>();
        for (Entity entity : broker.entities()) {
            if (entity instanceof Topic topic) {
                rows.add(row(topic));
            } else if (((MessageQueue) entity).deadLetters() != null) {
                rows.add(row((MessageQueue) entity));
            }
        }
        return Json.write(rows) + "\n";
    }

    private static Map<String, Object> row(Topic topic) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("entity", topic.path());
        row.put("kind", "topic");
        row.put("scheduled", topic.scheduled().counts().scheduled());
        row.put("subscriptions", new ArrayList<Object>(topic.subscriptions().keySet()));
        return row;
    }

    private static Map<String, Object> row(MessageQueue queue) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("entity", queue.path());
        row.put("kind", queue.path().contains("/subscriptions/") ? "subscription" : "queue");
        row.put("active", queue.activeCount());
        row.put("deadLettered", queue.deadLetters().activeCount());
        row.put("scheduled", queue.counts().scheduled());
        row.put("deferred", queue.counts().deferred());
        row.put("locked", queue.lockedCount());
        row.put("receivers", queue.consumerCount());
        return row;
    }

    String peek(Map<String, String> query) {
        Entity entity = broker.find(required(query, "entity"));
        long from = number(query, "from", 0);
        int count = (int) Math.min(MOST_PEEKED, number(query, "count", 10));
        List<Object> rows = new ArrayList<>();
        for (QueuedMessage message : broker.peek(entity, from, count, query.get("session"))) {
            rows.add(row(message));
        }
        return Json.write(rows) + "\n";
    }

    private static Map<String, Object> row(QueuedMessage message) {
        SentMessage sent = new SentMessage(message.body().bytes());
        Map<String, Object> properties = new LinkedHashMap<>(sent.applicationProperties());
        properties.putAll(message.delivered().changedProperties());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sequenceNumber", message.sequence());
        row.put("messageId", sent.messageId());
        row.put("subject", sent.properties().getSubject());
        row.put("sessionId", message.sessionId());
        row.put("state", message.state().name().toLowerCase(Locale.ROOT));
        row.put("deliveryCount", message.deliveryCount());
        row.put(
                "enqueuedTime",
                Instant.ofEpochMilli(message.delivered().enqueuedTime()).toString());
        row.put(
                "lockedUntil",
                message.lockedUntil() == 0
                        ? null
                        : Instant.ofEpochMilli(message.lockedUntil()).toString());
        row.put("size", message.body().length());
        row.put("properties", properties);
        return row;
    }

    String purge(Map<String, String> query) {
        Change change = new Change();
        int purged = broker.settlements().purge(broker.queue(required(query, "entity")), change);
        broker.submit(change);
        return Json.write(Map.of("purged", purged)) + "\n";
    }

    private static String required(Map<String, String> query, String name) {
        if (!query.containsKey(name)) {
            throw new IllegalArgumentException("'" + name + "' is missing.");
        }
        return query.get(name);
    }

    private static long number(Map<String, String> query, String name, long otherwise) {
        try {
            return query.containsKey(name) ? Long.parseLong(query.get(name)) : otherwise;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + name + "' must be a number.");
        }
    }
}
