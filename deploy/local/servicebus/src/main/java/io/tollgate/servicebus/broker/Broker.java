package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.topology.Topology;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All entities and their messages; everything here happens on one thread, turn by turn. */
public final class Broker {

    private static final Logger log = LoggerFactory.getLogger(Broker.class);
    private static final int RETRY_MILLIS = 200;

    private final Entities entities = new Entities(this);
    private final Timers timers;
    private final Supplier<UUID> tokens;
    private final Router router = new Router(this);
    private final Settlements settlements = new Settlements(this, router);
    private final Set<MessageQueue> dirty = new LinkedHashSet<>();
    private List<Change> pending = new ArrayList<>();
    private boolean failing;
    private boolean refusing;
    private long refusedTotal;
    private boolean untidy;
    private Journal journal = Journal.NONE;

    public Broker(Topology topology, Clock clock, Supplier<UUID> tokens) {
        this.timers = new Timers(clock);
        this.tokens = tokens;
        entities.declare(topology);
    }

    public void journal(Journal writer) {
        this.journal = writer;
    }

    public Timers timers() {
        return timers;
    }

    public Router router() {
        return router;
    }

    public Settlements settlements() {
        return settlements;
    }

    public Collection<Entity> entities() {
        return entities.all();
    }

    /** The entity at an address, or null. */
    Entity known(String path) {
        return entities.known(path);
    }

    /** The entity at an address, by any case. */
    public Entity find(String path) {
        Entity entity = known(path);
        if (entity == null) {
            throw Refused.notFound(path);
        }
        return entity;
    }

    /** The queue, subscription or dead-letter queue at an address. */
    public MessageQueue queue(String path) {
        if (find(path) instanceof MessageQueue queue) {
            return queue;
        }
        throw Refused.notAllowed("'" + path + "' is a topic; receive from one of its subscriptions.");
    }

    /** Where an entity's scheduled messages wait. */
    public MessageQueue scheduledOf(Entity entity) {
        return entity instanceof Topic topic ? topic.scheduled() : (MessageQueue) entity;
    }

    /** Messages from a sequence number on, in order; of a topic, those that wait for their time. */
    public List<QueuedMessage> peek(Entity entity, long from, int most, String session) {
        return scheduledOf(entity).peek(from, most, session);
    }

    /** The subscription whose queue this is, or a refusal. */
    public Subscription subscription(Entity queue) {
        return entities.subscription(queue);
    }

    MessageQueue transferDeadLetters(MessageQueue queue) {
        return entities.transferDeadLetters(queue);
    }

    /** Hands a change over to be written at the end of this turn. */
    public void submit(Change change) {
        pending.add(change);
    }

    /** Closes what it writes to. */
    public void close() {
        try {
            journal.close();
        } catch (IOException e) {
            log.warn("On closing the journal: {}", e.toString());
        }
    }

    /** How long the next turn may wait for something to happen. */
    public long patience(long most) {
        return untidy || !dirty.isEmpty() && !failing ? 0 : timers.untilNext(most);
    }

    /** Ends a turn: writes what was submitted, lets it take effect, and delivers what can be delivered. */
    public void settle() {
        while (!pending.isEmpty() || !dirty.isEmpty()) {
            failing = !write();
            if (failing) {
                // what became due again by the refusal waits a little, or a full disk would keep the turn from ending
                timers.at(timers.now() + RETRY_MILLIS, () -> {});
                break;
            }
            List<MessageQueue> now = List.copyOf(dirty);
            dirty.clear();
            now.forEach(queue -> queue.dispatch().run());
        }
        untidy = !failing && journal.tend();
    }

    public long journalBytes() {
        return journal.size();
    }

    /** Changes that could not be written since the start. */
    public long refusedTotal() {
        return refusedTotal;
    }

    public UUID newToken() {
        return tokens.get();
    }

    void dirty(MessageQueue queue) {
        dirty.add(queue);
    }

    void forget(QueuedMessage message) {
        journal.forget(message);
    }

    /** The topic whose scheduled messages these are, or the queue itself. */
    Entity entityOf(MessageQueue queue) {
        return known(queue.path());
    }

    private boolean write() {
        List<Change> batch = pending;
        if (batch.isEmpty()) {
            return true;
        }
        pending = new ArrayList<>();
        try {
            journal.write(batch);
        } catch (IOException e) {
            if (!refusing) {
                log.error("The journal cannot be written; changes are refused: {}", e.toString());
            }
            refusing = true;
            refusedTotal += batch.size();
            Refused reason = Refused.notStored(e.getMessage());
            batch.forEach(change -> change.undo(reason));
            return false;
        }
        if (refusing) {
            log.info("The journal can be written again");
        }
        refusing = false;
        batch.forEach(Change::apply);
        return true;
    }
}
