package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.filter.Filter;
import io.tollgate.servicebus.filter.SqlAction;
import io.tollgate.servicebus.filter.SqlFilter;
import io.tollgate.servicebus.topology.RuleSpec;
import java.util.Map;

/** A subscription's rule, ready to be asked; the action may be null. */
public record Rule(String name, Filter filter, SqlAction action, RuleSpec spec) {

    /** The rule that every subscription without rules of its own has. */
    static final Rule DEFAULT = of(new RuleSpec("$Default", null, "1=1", null, Map.of()));

    /** A rule as declared, its filter and action made ready. */
    public static Rule of(RuleSpec spec) {
        Filter filter =
                spec.correlation() != null ? spec.correlation() : new SqlFilter(spec.sqlFilter(), spec.parameters());
        SqlAction action = spec.sqlAction() == null ? null : new SqlAction(spec.sqlAction(), spec.parameters());
        return new Rule(spec.name(), filter, action, spec);
    }
}
