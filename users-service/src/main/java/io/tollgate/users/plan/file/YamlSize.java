package io.tollgate.users.plan.file;

import io.tollgate.users.plan.PlanFileRefused;
import java.util.concurrent.atomic.AtomicInteger;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** How much a text becomes once its aliases are followed: one that leads back to itself would never end. */
final class YamlSize {
    private static final int DEEPEST = 50;
    private static final int MOST = 100_000;

    private YamlSize() {}

    static void check(Node root) {
        if (root != null) {
            check(root, 0, new AtomicInteger());
        }
    }

    private static void check(Node node, int depth, AtomicInteger seen) {
        require(depth <= DEEPEST, node, "is nested too deep, or in itself");
        require(seen.incrementAndGet() <= MOST, node, "repeats too much");
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> check(item, depth + 1, seen));
        } else if (node instanceof MappingNode object) {
            for (NodeTuple member : object.getValue()) {
                require(
                        !member.getKeyNode().getTag().equals(Tag.NULL),
                        member.getKeyNode(),
                        "has a member with no name");
                check(member.getKeyNode(), depth + 1, seen);
                check(member.getValueNode(), depth + 1, seen);
            }
        }
    }

    private static void require(boolean holds, Node node, String sentence) {
        if (!holds) {
            throw new PlanFileRefused(YamlPlaces.said(node.getStartMark()) + ": " + sentence);
        }
    }
}
