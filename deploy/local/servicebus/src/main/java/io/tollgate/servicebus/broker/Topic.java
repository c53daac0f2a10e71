package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.topology.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** A topic: what is sent to it goes to the subscriptions that want it. */
public final class Topic implements Entity {

    private final String path;
    private final Settings settings;
    private final DuplicateWindow duplicates;
    private final MessageQueue scheduled;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();

    Topic(String path, Settings settings, Broker broker) {
        this.path = path;
        this.settings = settings;
        this.duplicates = Entity.window(settings);
        this.scheduled = new MessageQueue(path, settings, broker, null);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public DuplicateWindow duplicates() {
        return duplicates;
    }

    /** What waits here for its time, before any subscription sees it. */
    public MessageQueue scheduled() {
        return scheduled;
    }

    public Map<String, Subscription> subscriptions() {
        return subscriptions;
    }
}
