package io.tollgate.users.plan.file;

import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in a YAML text a JSON Pointer leads; of what is not there, where it should be. */
final class YamlPlaces {
    private final Node root;

    YamlPlaces(Node root) {
        this.root = root;
    }

    String of(String pointer) {
        Node place = root;
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            Optional<Node> below = below(place, step.replace("~1", "/").replace("~0", "~"));
            if (below.isEmpty()) {
                break;
            }
            place = below.get();
        }
        return said(place.getStartMark());
    }

    /** The line of the sign at a position. */
    static String line(String text, int position) {
        long before =
                text.codePoints().limit(position).filter(sign -> sign == '\n').count();
        return "line " + (before + 1);
    }

    static String said(Mark mark) {
        return "line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Optional<Node> below(Node place, String step) {
        if (place instanceof SequenceNode list) {
            int index = Integer.parseInt(step);
            return index < list.getValue().size() ? Optional.of(list.getValue().get(index)) : Optional.empty();
        }
        return place instanceof MappingNode object
                ? object.getValue().stream()
                        .filter(member -> member.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(step))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }
}
