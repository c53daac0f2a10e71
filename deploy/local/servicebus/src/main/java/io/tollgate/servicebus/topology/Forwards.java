package io.tollgate.servicebus.topology;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Refuses auto-forwarding where Azure refuses it. */
final class Forwards {

    private static final int MOST_HOPS = 4;

    private final Topology topology;

    Forwards(Topology topology) {
        this.topology = topology;
    }

    void check(String path, YamlFields fields) {
        for (String key : List.of("forwardTo", "forwardDeadLetteredMessagesTo")) {
            String target = fields.text(key, null);
            if (target == null) {
                continue;
            }
            // dead letters need no session, so theirs may be forwarded
            if (key.equals("forwardTo") && fields.flag("requiresSession", false)) {
                throw fields.error(key, "'" + path + "' requires sessions and cannot auto-forward");
            }
            if (queue(target) == null && topic(target) == null) {
                throw fields.error(key, "'" + path + "' forwards to '" + target + "', which is not declared");
            }
            if (target.equalsIgnoreCase(path)) {
                throw fields.error(key, "'" + path + "' forwards to itself");
            }
        }
        if (depth(fields.text("forwardTo", null), 0) > MOST_HOPS) {
            throw fields.error(
                    "forwardTo", "'" + path + "' forwards more than " + MOST_HOPS + " times, or in a circle");
        }
    }

    private int depth(String target, int hops) {
        if (target == null || hops > MOST_HOPS) {
            return hops;
        }
        return next(target).mapToInt(next -> depth(next, hops + 1)).max().orElse(hops + 1);
    }

    private Stream<String> next(String target) {
        QueueSpec queue = queue(target);
        if (queue != null) {
            return Stream.ofNullable(queue.settings().forwardTo());
        }
        TopicSpec topic = topic(target);
        return topic == null
                ? Stream.empty()
                : topic.subscriptions().stream()
                        .map(subscription -> subscription.settings().forwardTo())
                        .filter(name -> name != null);
    }

    private QueueSpec queue(String name) {
        return find(topology.queues(), QueueSpec::name, name);
    }

    private TopicSpec topic(String name) {
        return find(topology.topics(), TopicSpec::name, name);
    }

    private static <T> T find(List<T> all, Function<T, String> nameOf, String name) {
        return all.stream()
                .filter(one -> nameOf.apply(one).equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }
}
