package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.amqp.ManagementNode.Operation;
import io.tollgate.servicebus.amqp.Node.Request;
import io.tollgate.servicebus.amqp.Node.Response;
import io.tollgate.servicebus.broker.Broker;
import io.tollgate.servicebus.broker.Change;
import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.broker.Rule;
import io.tollgate.servicebus.broker.Subscription;
import io.tollgate.servicebus.filter.CorrelationFilter;
import io.tollgate.servicebus.filter.SqlSyntaxException;
import io.tollgate.servicebus.topology.RuleSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.qpid.proton.amqp.DescribedType;

/** The operations of a subscription's {@code $management} node on its rules. */
final class ManagedRules {

    private static final int MOST_RULES = 2000;

    private final Broker broker;

    ManagedRules(Broker broker) {
        this.broker = broker;
    }

    void register(Map<String, Operation> operations) {
        operations.put("com.microsoft:add-rule", this::add);
        operations.put("com.microsoft:remove-rule", this::remove);
        operations.put("com.microsoft:enumerate-rules", this::enumerate);
    }

    private void add(Request request, Consumer<Response> answer) {
        Subscription subscription = subscription(request);
        String name = (String) request.fields().get("rule-name");
        Rule rule = rule(name, (Map<?, ?>) request.fields().get("rule-description"));
        if (subscription.rules().containsKey(name)) {
            throw Refused.exists("The rule '" + name + "'");
        }
        if (subscription.rules().size() >= MOST_RULES) {
            throw Refused.resourceLimit("The subscription has " + MOST_RULES + " rules already.");
        }
        Change change = new Change();
        subscription.addRule(rule, change);
        submit(change, answer);
    }

    private void remove(Request request, Consumer<Response> answer) {
        Subscription subscription = subscription(request);
        String name = (String) request.fields().get("rule-name");
        if (!subscription.rules().containsKey(name)) {
            throw Refused.missing("The rule '" + name + "'");
        }
        Change change = new Change();
        subscription.removeRule(name, change);
        submit(change, answer);
    }

    private void enumerate(Request request, Consumer<Response> answer) {
        int skip = ((Number) request.fields().get("skip")).intValue();
        int top = ((Number) request.fields().get("top")).intValue();
        List<Map<String, DescribedType>> rules = subscription(request).rules().values().stream()
                .skip(skip)
                .limit(top)
                .map(rule -> Map.of("rule-description", RuleDescriptions.encode(rule.spec())))
                .toList();
        answer.accept(
                rules.isEmpty() ? new Response(204, "No rules", null, Map.of()) : Response.ok(Map.of("rules", rules)));
    }

    private Subscription subscription(Request request) {
        return broker.subscription(broker.find(request.entity()));
    }

    private void submit(Change change, Consumer<Response> answer) {
        broker.submit(change.then(
                () -> answer.accept(Response.ok(Map.of())), refused -> answer.accept(Response.of(refused))));
    }

    private static Rule rule(String name, Map<?, ?> description) {
        Map<?, ?> sql = (Map<?, ?>) description.get("sql-filter");
        Map<?, ?> correlation = (Map<?, ?>) description.get("correlation-filter");
        Map<?, ?> action = (Map<?, ?>) description.get("sql-rule-action");
        Map<String, Object> parameters = new HashMap<>();
        if (sql != null) {
            parameters.putAll(Values.properties((Map<?, ?>) sql.get("parameters")));
        }
        try {
            return Rule.of(new RuleSpec(
                    name,
                    correlation == null ? null : correlation(correlation),
                    sql == null ? "1=1" : (String) sql.get("expression"),
                    action == null ? null : (String) action.get("expression"),
                    parameters));
        } catch (SqlSyntaxException e) {
            throw Refused.invalid("The rule '" + name + "' is not understood: " + e.getMessage());
        }
    }

    private static CorrelationFilter correlation(Map<?, ?> fields) {
        Map<String, String> system = new HashMap<>();
        fields.forEach((key, value) -> {
            if (value != null && !key.equals("properties")) {
                system.put(key.toString(), value.toString());
            }
        });
        return new CorrelationFilter(system, Values.properties((Map<?, ?>) fields.get("properties")));
    }
}
