package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.topology.QueueSpec;
import io.tollgate.servicebus.topology.RuleSpec;
import io.tollgate.servicebus.topology.Settings;
import io.tollgate.servicebus.topology.SubscriptionSpec;
import io.tollgate.servicebus.topology.TopicSpec;
import io.tollgate.servicebus.topology.Topology;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What has an address, as declared: every queue and subscription has dead letters, of its own and of forwarding. */
final class Entities {

    private static final String DEAD_LETTERS = "/$deadletterqueue";
    private static final String TRANSFER_DEAD_LETTERS = "/$transfer/$deadletterqueue";

    private final Broker broker;
    private final Map<String, Entity> byPath = new LinkedHashMap<>();

    Entities(Broker broker) {
        this.broker = broker;
    }

    void declare(Topology topology) {
        topology.queues().forEach(this::declare);
        topology.topics().forEach(this::declare);
    }

    Collection<Entity> all() {
        return byPath.values();
    }

    /** The entity at an address, by any case, or null. */
    Entity known(String path) {
        return byPath.get(path.toLowerCase(Locale.ROOT));
    }

    /** Where an entity keeps what it could not forward. */
    MessageQueue transferDeadLetters(MessageQueue queue) {
        return (MessageQueue) known(queue.path() + TRANSFER_DEAD_LETTERS);
    }

    Subscription subscription(Entity queue) {
        return byPath.values().stream()
                .filter(Topic.class::isInstance)
                .flatMap(topic -> ((Topic) topic).subscriptions().values().stream())
                .filter(subscription -> subscription.queue() == queue)
                .findFirst()
                .orElseThrow(() -> Refused.notAllowed("'" + queue.path() + "' is no subscription."));
    }

    private void declare(QueueSpec spec) {
        add(newQueue(spec.name(), spec.settings()));
    }

    private void declare(TopicSpec spec) {
        Topic topic = new Topic(spec.name(), spec.settings(), broker);
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
        MessageQueue deadLetters = new MessageQueue(path + DEAD_LETTERS, plain, broker, null);
        add(deadLetters);
        add(new MessageQueue(path + TRANSFER_DEAD_LETTERS, plain, broker, null));
        return new MessageQueue(path, settings, broker, deadLetters);
    }

    private void add(Entity entity) {
        byPath.put(entity.path().toLowerCase(Locale.ROOT), entity);
    }
}
