package io.tollgate.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads on after the first value of a wrong type: it is noted, something harmless is put in its place, and the rest is read
 * again, until all is read or enough is known.
 */
final class BodyFaults {
    private static final int ENOUGH = 20;
    private static final List<JsonNode> HARMLESS = List.of(
            NullNode.getInstance(), IntNode.valueOf(0), BooleanNode.FALSE, JsonNodeFactory.instance.objectNode());

    private final ObjectMapper json;
    private final JavaType type;
    private final List<Violation> faults = new ArrayList<>();
    private final List<String> silenced = new ArrayList<>();
    private JsonNode tree;
    private Object read;

    private BodyFaults(ObjectMapper json, JavaType type, JsonNode tree) {
        this.json = json;
        this.type = type;
        this.tree = tree;
    }

    static BodyFaults of(ObjectMapper json, JavaType type, JsonNode tree) {
        BodyFaults faults = new BodyFaults(json, type, tree);
        faults.collect();
        return faults;
    }

    List<Violation> all() {
        return faults;
    }

    /** What could be read, with harmless values where the faults are; empty when they were too many or too high up. */
    Optional<Object> read() {
        return Optional.ofNullable(read);
    }

    /** Whether what stands there now was put there, or holds or lies in such a thing. */
    boolean concerns(String pointer) {
        return silenced.stream().anyMatch(place -> pointer.startsWith(place) || place.startsWith(pointer));
    }

    private void collect() {
        Optional<JsonMappingException> fault = attempt();
        while (fault.isPresent() && faults.size() < ENOUGH) {
            String at = Pointers.ofPath(fault.get().getPath());
            if (!silenced.stream().anyMatch(place -> place.startsWith(at))) {
                faults.add(JsonRefusals.violation(fault.get()));
            }
            if (at.isEmpty()) {
                return;
            }
            fault = fault.get() instanceof UnrecognizedPropertyException ? without(at) : harmlessAt(at);
        }
    }

    private Optional<JsonMappingException> without(String at) {
        JsonPointer place = JsonPointer.compile(at);
        ((ObjectNode) tree.at(place.head())).remove(place.last().getMatchingProperty());
        return attempt();
    }

    /** The next fault, once there is something in this place that is none. */
    private Optional<JsonMappingException> harmlessAt(String at) {
        silenced.add(at);
        Optional<JsonMappingException> next = Optional.empty();
        for (JsonNode value : HARMLESS) {
            put(JsonPointer.compile(at), value);
            next = attempt();
            if (next.isEmpty() || !Pointers.ofPath(next.get().getPath()).equals(at)) {
                return next;
            }
        }
        return Optional.empty();
    }

    private void put(JsonPointer at, JsonNode value) {
        JsonNode parent = tree.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), value);
        }
    }

    private Optional<JsonMappingException> attempt() {
        try {
            read = json.treeToValue(tree, type);
            return Optional.empty();
        } catch (JsonMappingException fault) {
            read = null;
            return Optional.of(fault);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("a tree is well-formed", unexpected);
        }
    }
}
