package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.message.SentMessage;
import io.tollgate.servicebus.topology.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a message goes: into a queue, to a topic's subscriptions, on to another entity, or to the dead letters. */
public final class Router {

    private static final int MOST_HOPS = 4;
    private static final Map<String, Object> TOO_MANY_HOPS = Map.of(
            Settlements.REASON,
            "MaxTransferHopCountExceeded",
            Settlements.DESCRIPTION,
            "A message is forwarded " + MOST_HOPS + " times at most.");

    private final Broker broker;

    Router(Broker broker) {
        this.broker = broker;
    }

    /** Accepts messages for an entity; returns their sequence numbers there (0 on a topic, unless scheduled). */
    public List<Long> send(Entity entity, List<SentMessage> messages, Change change) {
        List<Long> sequences = new ArrayList<>(messages.size());
        for (SentMessage message : messages) {
            sequences.add(send(entity, message, change));
        }
        return sequences;
    }

    private long send(Entity entity, SentMessage sent, Change change) {
        long now = broker.timers().now();
        refuseWithoutSession(entity, sent);
        if (isRepeated(entity, sent, change)) {
            return 0;
        }
        long scheduled = sent.scheduledTime();
        long born = Math.max(now, scheduled);
        Placement placement =
                Placement.fresh(Body.of(sent.bytes()), sent.sessionId(), now, expiry(born, sent.timeToLive(), entity));
        if (scheduled > now) {
            return put(broker.scheduledOf(entity), placement.scheduledFor(scheduled, placement.expiresAt()), change);
        }
        return place(entity, placement, sent, change, 0);
    }

    /** A scheduled message's time has come. */
    Change activate(MessageQueue queue, QueuedMessage message) {
        Change change = new Change().add(new Op.Remove(queue, message));
        Entity entity = broker.entityOf(queue);
        Placement placement = message.placement().activated(broker.timers().now());
        place(entity, placement, new SentMessage(message.body().bytes()), change, 0);
        return change;
    }

    void deadLetter(
            MessageQueue queue, QueuedMessage message, int deliveryCount, Map<String, Object> added, Change change) {
        change.add(new Op.Remove(queue, message));
        deadLetter(queue, message.placement().counted(deliveryCount), added, change);
    }

    private void deadLetter(MessageQueue queue, Placement placement, Map<String, Object> added, Change change) {
        String forward = queue.settings().forwardDeadLetteredMessagesTo();
        if (queue.deadLetters() == null) {
            // what is dead-lettered from a dead-letter queue stays there
            put(queue, placement.deadLettered(placement.deadLetterSource(), Long.MAX_VALUE, added), change);
        } else if (forward == null) {
            put(queue.deadLetters(), placement.deadLettered(null, Long.MAX_VALUE, added), change);
        } else {
            Entity target = broker.find(forward);
            long expires = expiry(broker.timers().now(), Long.MAX_VALUE, target);
            Placement forwarded = placement.deadLettered(queue.path(), expires, added);
            SentMessage sent = new SentMessage(placement.body().bytes());
            if (!isRepeated(target, sent, change)) {
                place(target, forwarded, sent, change, 1);
            }
        }
    }

    /** Whether the entity has seen its id lately; it will remember it from now on. */
    private boolean isRepeated(Entity entity, SentMessage sent, Change change) {
        DuplicateWindow duplicates = entity.duplicates();
        return duplicates != null
                && !duplicates.admit(
                        sent.messageId(),
                        broker.timers().now(),
                        (id, until) -> change.add(new Op.Remember(entity, id, until)));
    }

    private long place(Entity entity, Placement placement, SentMessage sent, Change change, int hops) {
        if (entity instanceof Topic topic) {
            topic.subscriptions().values().forEach(each -> fanOut(each, placement, sent, change, hops));
            return 0;
        }
        MessageQueue queue = (MessageQueue) entity;
        return queue.settings().forwardTo() == null
                ? admit(queue, placement, change)
                : forward(queue, placement, sent, change, hops);
    }

    private long forward(MessageQueue queue, Placement placement, SentMessage sent, Change change, int hops) {
        if (hops == MOST_HOPS) {
            put(broker.transferDeadLetters(queue), placement.deadLettered(null, Long.MAX_VALUE, TOO_MANY_HOPS), change);
            return 0;
        }
        Entity target = broker.find(queue.settings().forwardTo());
        if (isRepeated(target, sent, change)) {
            return 0;
        }
        long expires = Math.min(placement.expiresAt(), expiry(broker.timers().now(), Long.MAX_VALUE, target));
        return place(target, placement.with(Map.of(), expires), sent, change, hops + 1);
    }

    /** One copy for all rules that only filter, and one for each whose action changes it. */
    private void fanOut(Subscription subscription, Placement placement, SentMessage sent, Change change, int hops) {
        List<Rule> matching = subscription.matching(sent);
        MessageQueue queue = subscription.queue();
        long ttl = queue.settings().defaultMessageTimeToLive().toMillis();
        Placement limited =
                placement.with(Map.of(), Math.min(placement.expiresAt(), sum(placement.enqueuedTime(), ttl)));
        if (matching.stream().anyMatch(rule -> rule.action() == null)) {
            place(queue, limited, sent, change, hops);
        }
        for (Rule rule : matching) {
            if (rule.action() != null) {
                SentMessage changed = rule.action().apply(sent, broker::newToken);
                Placement own = limited.of(Body.of(changed.bytes()), changed.sessionId());
                place(queue, own, changed, change, hops);
            }
        }
    }

    private long admit(MessageQueue queue, Placement placement, Change change) {
        if (queue.sessions() != null && placement.sessionId() == null) {
            var reason = Map.<String, Object>of(
                    Settlements.REASON,
                    "Session ID is null.",
                    Settlements.DESCRIPTION,
                    "A session-enabled entity takes no message without a session id.");
            deadLetter(queue, placement, reason, change);
            return 0;
        }
        return put(queue, placement, change);
    }

    private static long put(MessageQueue queue, Placement placement, Change change) {
        QueuedMessage message = new QueuedMessage(placement, queue.nextSequence());
        change.add(new Op.Put(queue, message));
        return message.sequence;
    }

    private static void refuseWithoutSession(Entity entity, SentMessage sent) {
        if (entity.settings().requiresSession() && sent.sessionId() == null) {
            throw Refused.notAllowed("The SessionId was not set on a message, and it cannot be sent to the entity."
                    + " Entities that have session support enabled can only receive messages that have the SessionId"
                    + " set to a valid value.");
        }
    }

    private static long expiry(long from, long timeToLive, Entity entity) {
        return sum(
                from,
                Math.min(
                        timeToLive, entity.settings().defaultMessageTimeToLive().toMillis()));
    }

    private static long sum(long from, long timeToLive) {
        return timeToLive >= Settings.UNLIMITED.toMillis() ? Long.MAX_VALUE : from + timeToLive;
    }
}
