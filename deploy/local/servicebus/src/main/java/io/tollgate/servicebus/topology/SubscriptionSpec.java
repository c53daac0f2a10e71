package io.tollgate.servicebus.topology;

import java.util.List;

/** A subscription, its settings and its rules; no rules mean everything. */
public record SubscriptionSpec(String name, Settings settings, List<RuleSpec> rules) {

    public SubscriptionSpec {
        rules = List.copyOf(rules);
    }
}
