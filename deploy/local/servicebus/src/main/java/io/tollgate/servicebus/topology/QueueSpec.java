package io.tollgate.servicebus.topology;

import java.util.List;

/** A queue and its settings. */
public record QueueSpec(String name, Settings settings, List<AccessRule> accessRules) {

    public QueueSpec {
        accessRules = List.copyOf(accessRules);
    }
}
