package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.filter.Filter;
import io.tollgate.servicebus.topology.RuleSpec;

/** A subscription's rule, ready to be asked. */
public record Rule(String name, Filter filter, RuleSpec spec) {

    /** The rule that every subscription without rules of its own has. */
    static final String DEFAULT = "$Default";

    /** A rule as declared, its filter made ready. */
    public static Rule of(RuleSpec spec) {
        return new Rule(spec.name(), spec.correlation(), spec);
    }
}
