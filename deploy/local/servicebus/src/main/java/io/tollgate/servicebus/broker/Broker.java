package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.topology.QueueSpec;
import io.tollgate.servicebus.topology.RuleSpec;
import io.tollgate.servicebus.topology.Settings;
import io.tollgate.servicebus.topology.SubscriptionSpec;
import io.tollgate.servicebus.topology.TopicSpec;
import io.tollgate.servicebus.topology.Topology;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All entities and their messages; everything here happens on one thread, turn by turn. */
public final class Broker {

    private static final Logger log = LoggerFactory.getLogger(Broker.class);
    private static final int RETRY_MILLIS = 200;
    private static final String DEAD_LETTERS = "/$deadletterqueue";

    private final Map<String, Entity> entities = new LinkedHashMap<>();
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
        topology.queues().forEach(this::declare);
        topology.topics().forEach(this::declare);
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
        return entities.values();
    }

    /** The entity at an address, or null. */
    Entity known(String path) {
        return entities.get(path.toLowerCase(Locale.ROOT));
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
        return entities.values().stream()
                .filter(Topic.class::isInstance)
                .flatMap(topic -> ((Topic) topic).subscriptions().values().stream())
                .filter(subscription -> subscription.queue() == queue)
                .findFirst()
                .orElseThrow(() -> Refused.notAllowed("'" + queue.path() + "' is no subscription."));
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
        return entities.get(queue.path().toLowerCase(Locale.ROOT));
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

    private void declare(QueueSpec spec) {
        add(newQueue(spec.name(), spec.settings()));
    }

    private void declare(TopicSpec spec) {
        Topic topic = new Topic(spec.name(), spec.settings(), this);
        add(topic);
        spec.subscriptions().forEach(subscription -> declare(topic, subscription));
    }

    private void declare(Topic topic, SubscriptionSpec spec) {
        MessageQueue queue = newQueue(topic.path() + "/subscriptions/" + spec.name(), spec.settings());
        Subscription subscription = new Subscription(spec.name(), queue);
        if (spec.rules().isEmpty()) {
            subscription.add(Rule.DEFAULT);
        }
        for (RuleSpec rule : spec.rules()) {
            subscription.add(Rule.of(rule));
        }
        topic.subscriptions().put(spec.name().toLowerCase(Locale.ROOT), subscription);
        add(queue);
    }

    private MessageQueue newQueue(String path, Settings settings) {
        // dead letters neither expire nor need sessions to be read
        Settings plain = new Settings(
                false,
                settings.lockDuration(),
                Integer.MAX_VALUE,
                Settings.UNLIMITED,
                false,
                false,
                settings.duplicateDetectionHistoryTimeWindow(),
                null,
                null);
        MessageQueue deadLetters = new MessageQueue(path + DEAD_LETTERS, plain, this, null);
        add(deadLetters);
        return new MessageQueue(path, settings, this, deadLetters);
    }

    private void add(Entity entity) {
        entities.put(entity.path().toLowerCase(Locale.ROOT), entity);
    }
}
