package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.message.SentMessage;
import io.tollgate.servicebus.topology.RuleSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A topic's subscription: rules in front of a queue. */
public final class Subscription {

    private final String name;
    private final MessageQueue queue;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    Subscription(String name, MessageQueue queue) {
        this.name = name;
        this.queue = queue;
    }

    public String name() {
        return name;
    }

    public MessageQueue queue() {
        return queue;
    }

    public Map<String, Rule> rules() {
        return rules;
    }

    public void addRule(Rule rule, Change change) {
        change.add(new Op.AddRule(this, rule));
    }

    public void removeRule(String rule, Change change) {
        change.add(new Op.RemoveRule(this, rule));
    }

    void add(Rule rule) {
        rules.put(rule.name(), rule);
    }

    void remove(String rule) {
        rules.remove(rule);
    }

    boolean has(RuleSpec spec) {
        Rule rule = rules.get(spec.name());
        return rule != null && spec.equals(rule.spec());
    }

    /** The rules that take the message. */
    List<Rule> matching(SentMessage message) {
        return rules.values().stream()
                .filter(rule -> rule.filter().matches(message))
                .toList();
    }
}
