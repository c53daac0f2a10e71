package io.tollgate.servicebus.topology;

import java.util.List;

/** A topic and its subscriptions. */
public record TopicSpec(
        String name, Settings settings, List<SubscriptionSpec> subscriptions, List<AccessRule> accessRules) {

    public TopicSpec {
        subscriptions = List.copyOf(subscriptions);
        accessRules = List.copyOf(accessRules);
    }
}
