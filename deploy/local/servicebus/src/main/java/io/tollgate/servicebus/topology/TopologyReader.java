package io.tollgate.servicebus.topology;

import io.tollgate.servicebus.filter.CorrelationFilter;
import io.tollgate.servicebus.filter.SqlAction;
import io.tollgate.servicebus.filter.SqlFilter;
import io.tollgate.servicebus.filter.SqlSyntaxException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a topology file under Azure's names, refusing what Azure refuses. */
final class TopologyReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9_])?");
    private static final Set<String> DOCUMENTATION = Set.of("name", "owner", "readers", "carries");
    private static final Set<String> TOPIC_KEYS =
            Set.of("defaultMessageTimeToLive", "requiresDuplicateDetection", "duplicateDetectionHistoryTimeWindow");
    private static final Set<String> SUBSCRIPTION_KEYS = Set.of(
            "requiresSession",
            "lockDuration",
            "maxDeliveryCount",
            "defaultMessageTimeToLive",
            "deadLetteringOnMessageExpiration",
            "forwardTo",
            "forwardDeadLetteredMessagesTo");
    private static final Duration LEAST = Duration.ofMillis(1);

    private final String file;
    private final Set<String> names = new HashSet<>();
    private final Map<String, YamlFields> forwards = new TreeMap<>();
    private Settings defaults = Settings.DEFAULTS;

    TopologyReader(String file) {
        this.file = file;
    }

    Topology read(String yaml) {
        Node root = compose(yaml);
        if (root == null) {
            throw new TopologyException(file + ", line 1: the topology is empty");
        }
        YamlFields top = new YamlFields(file, root)
                .allow("the topology", Set.of("defaults", "queues", "topics", "authorizationRules"));
        if (top.has("defaults")) {
            defaults = settings(top.child("defaults").allow("defaults", SUBSCRIPTION_KEYS));
        }
        List<QueueSpec> queues = new ArrayList<>();
        top.children("queues").forEach(queue -> queues.add(queue(queue)));
        List<TopicSpec> topics = new ArrayList<>();
        top.children("topics").forEach(topic -> topics.add(topic(topic)));
        var topology = new Topology(queues, topics, accessRules(top));
        forwards.forEach((path, fields) -> new Forwards(topology).check(path, fields));
        return topology;
    }

    private Node compose(String yaml) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            throw new TopologyException(file + ", line " + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
        }
    }

    private QueueSpec queue(YamlFields fields) {
        String name = name(fields, 260, names, "queue or topic");
        fields.allow("queue '" + name + "'", keys(SUBSCRIPTION_KEYS, TOPIC_KEYS, Set.of("authorizationRules")));
        forwards.put(name, fields);
        return new QueueSpec(name, settings(fields), accessRules(fields));
    }

    private TopicSpec topic(YamlFields fields) {
        String name = name(fields, 260, names, "queue or topic");
        fields.allow("topic '" + name + "'", keys(TOPIC_KEYS, Set.of("subscriptions", "authorizationRules")));
        List<SubscriptionSpec> subscriptions = new ArrayList<>();
        Set<String> siblings = new HashSet<>();
        for (YamlFields child : fields.children("subscriptions")) {
            subscriptions.add(subscription(name, child, siblings));
        }
        return new TopicSpec(name, settings(fields), subscriptions, accessRules(fields));
    }

    private SubscriptionSpec subscription(String topic, YamlFields fields, Set<String> siblings) {
        String name = name(fields, 50, siblings, "subscription");
        fields.allow("subscription '" + name + "'", keys(SUBSCRIPTION_KEYS, Set.of("filters")));
        forwards.put(topic + "/subscriptions/" + name, fields);
        List<RuleSpec> rules = new ArrayList<>();
        Set<String> ruleNames = new HashSet<>();
        for (YamlFields rule : fields.children("filters")) {
            rules.add(rule(rule, ruleNames));
        }
        return new SubscriptionSpec(name, settings(fields), rules);
    }

    private RuleSpec rule(YamlFields fields, Set<String> siblings) {
        String name = name(fields, 50, siblings, "filter");
        fields.allow("filter '" + name + "'", Set.of("name", "correlation", "sqlFilter", "sqlAction"));
        if (fields.has("correlation") == fields.has("sqlFilter")) {
            throw fields.error("name", "filter '" + name + "' needs either 'correlation' or 'sqlFilter'");
        }
        CorrelationFilter correlation = fields.has("correlation") ? correlation(fields.child("correlation")) : null;
        String filter = fields.text("sqlFilter", null);
        String action = fields.text("sqlAction", null);
        understood(fields, "sqlFilter", () -> filter == null ? null : new SqlFilter(filter, Map.of()));
        understood(fields, "sqlAction", () -> action == null ? null : new SqlAction(action, Map.of()));
        return new RuleSpec(name, correlation, filter, action, Map.of());
    }

    private static void understood(YamlFields fields, String key, Supplier<Object> parsing) {
        try {
            parsing.get();
        } catch (SqlSyntaxException e) {
            throw fields.error(key, "'" + key + "' is not understood: " + e.getMessage());
        }
    }

    private CorrelationFilter correlation(YamlFields fields) {
        fields.allow("a correlation filter", keys(CorrelationFilter.SYSTEM_NAMES, Set.of("properties")));
        Map<String, String> system = new TreeMap<>();
        Map<String, Object> user = new TreeMap<>();
        fields.names().stream()
                .filter(key -> !key.equals("properties"))
                .forEach(key -> system.put(key, fields.text(key, null)));
        if (fields.has("properties")) {
            YamlFields properties = fields.child("properties");
            properties.names().forEach(key -> user.put(key, properties.text(key, null)));
        }
        return new CorrelationFilter(system, user);
    }

    private Settings settings(YamlFields fields) {
        return new Settings(
                fields.flag("requiresSession", defaults.requiresSession()),
                fields.duration("lockDuration", defaults.lockDuration(), LEAST, Duration.ofMinutes(5)),
                fields.number("maxDeliveryCount", defaults.maxDeliveryCount(), 1, 2000),
                fields.duration(
                        "defaultMessageTimeToLive", defaults.defaultMessageTimeToLive(), LEAST, Settings.UNLIMITED),
                fields.flag("deadLetteringOnMessageExpiration", defaults.deadLetteringOnMessageExpiration()),
                fields.flag("requiresDuplicateDetection", false),
                fields.duration(
                        "duplicateDetectionHistoryTimeWindow",
                        defaults.duplicateDetectionHistoryTimeWindow(),
                        LEAST,
                        Duration.ofDays(7)),
                fields.text("forwardTo", null),
                fields.text("forwardDeadLetteredMessagesTo", null));
    }

    private List<AccessRule> accessRules(YamlFields fields) {
        List<AccessRule> rules = new ArrayList<>();
        Set<String> siblings = new HashSet<>();
        for (YamlFields rule : fields.children("authorizationRules")) {
            String name = name(rule, 256, siblings, "authorization rule");
            rule.allow("authorization rule '" + name + "'", Set.of("name", "key", "rights"));
            rules.add(new AccessRule(name, rule.text("key", null), rights(rule)));
        }
        return rules;
    }

    private Set<AccessRule.Right> rights(YamlFields rule) {
        Set<AccessRule.Right> rights = EnumSet.noneOf(AccessRule.Right.class);
        for (String right : rule.texts("rights")) {
            try {
                rights.add(AccessRule.Right.valueOf(right.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw rule.error("rights", "a right is Send, Listen or Manage, not '" + right + "'");
            }
        }
        return rights;
    }

    private String name(YamlFields fields, int longest, Set<String> taken, String what) {
        String name = fields.required("name");
        if (name.length() > longest || !NAME.matcher(name).matches()) {
            throw fields.error("name", "'" + name + "' is no name for a " + what);
        }
        if (!taken.add(name.toLowerCase(Locale.ROOT))) {
            throw fields.error("name", "a " + what + " named '" + name + "' is declared twice");
        }
        return name;
    }

    @SafeVarargs
    private static Set<String> keys(Set<String>... sets) {
        Set<String> keys = new HashSet<>(DOCUMENTATION);
        for (Set<String> set : sets) {
            keys.addAll(set);
        }
        return keys;
    }
}
