package io.tollgate.servicebus.topology;

import io.tollgate.servicebus.filter.CorrelationFilter;
import java.util.Map;

/** One rule of a subscription: a correlation filter or an SQL filter, and perhaps an action. */
public record RuleSpec(
        String name,
        CorrelationFilter correlation,
        String sqlFilter,
        String sqlAction,
        Map<String, Object> parameters) {

    public RuleSpec {
        parameters = Map.copyOf(parameters);
    }
}
