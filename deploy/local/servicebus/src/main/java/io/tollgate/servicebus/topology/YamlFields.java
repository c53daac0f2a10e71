package io.tollgate.servicebus.topology;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One YAML mapping, read field by field so that every complaint names its line. */
final class YamlFields {

    private final String file;
    private final Node node;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    YamlFields(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, "expected 'key: value' pairs");
        }
        for (var tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (fields.put(key, tuple.getValueNode()) != null) {
                throw error(tuple.getKeyNode(), "'" + key + "' is given twice");
            }
            keys.put(key, tuple.getKeyNode());
        }
    }

    YamlFields allow(String what, Set<String> allowed) {
        keys.forEach((key, at) -> {
            if (!allowed.contains(key)) {
                throw error(at, "unknown key '" + key + "' in " + what);
            }
        });
        return this;
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    Set<String> names() {
        return fields.keySet();
    }

    String text(String key, String otherwise) {
        Node value = fields.get(key);
        return value == null ? otherwise : scalar(value);
    }

    String required(String key) {
        if (!fields.containsKey(key)) {
            throw error(node, "'" + key + "' is missing");
        }
        return scalar(fields.get(key));
    }

    boolean flag(String key, boolean otherwise) {
        String text = text(key, Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw error(key, "'" + key + "' must be true or false, not '" + text + "'");
        }
        return Boolean.parseBoolean(text);
    }

    int number(String key, int otherwise, int least, int most) {
        String text = text(key, Integer.toString(otherwise));
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw error(key, "'" + key + "' must be a number, not '" + text + "'");
        }
        throw error(key, "'" + key + "' must be between " + least + " and " + most + ", not " + text);
    }

    Duration duration(String key, Duration otherwise, Duration least, Duration most) {
        if (!has(key)) {
            return otherwise;
        }
        String text = text(key, null);
        Duration value;
        try {
            value = Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw error(key, "'" + key + "' must be an ISO 8601 duration such as PT1M, not '" + text + "'");
        }
        if (value.compareTo(Settings.UNLIMITED) > 0) {
            value = Settings.UNLIMITED;
        }
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw error(key, "'" + key + "' must be between " + least + " and " + most + ", not " + text);
        }
        return value;
    }

    List<YamlFields> children(String key) {
        List<YamlFields> children = new ArrayList<>();
        for (Node item : items(key)) {
            children.add(new YamlFields(file, item));
        }
        return children;
    }

    List<String> texts(String key) {
        return items(key).stream().map(this::scalar).toList();
    }

    YamlFields child(String key) {
        return new YamlFields(file, fields.get(key));
    }

    TopologyException error(String key, String message) {
        return error(keys.getOrDefault(key, node), message);
    }

    private List<Node> items(String key) {
        Node value = fields.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw error(key, "'" + key + "' must be a list");
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(value, "expected a plain value");
    }

    private TopologyException error(Node at, String message) {
        return new TopologyException(file + ", line " + (at.getStartMark().getLine() + 1) + ": " + message);
    }
}
