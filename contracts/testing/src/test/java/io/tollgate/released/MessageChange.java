package io.tollgate.released;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.released.SchemaChange.For;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a change of a message's schema breaks for those who read it, as topology.yml names them. */
final class MessageChange {
    private MessageChange() {}

    /**
     * @param now null where the type is no longer there
     */
    static List<String> breaks(String type, Document before, Document now, JsonNode topology) {
        Set<String> readers = readers(type, before, topology);
        List<String> flaws = new ArrayList<>();
        if (now == null) {
            flaws.add("is gone");
        } else {
            flaws.addAll(SchemaChange.breaks(before, before.root(), now, now.root(), For.READERS));
            // what was written before, and is read again, has it not
            Set<String> was = Document.texts(before.root().path("required"));
            Document.texts(now.root().path("required")).stream()
                    .filter(name -> !was.contains(name))
                    .forEach(name -> flaws.add("/" + name + " is required now"));
        }
        return readers.isEmpty()
                ? List.of()
                : flaws.stream()
                        .map(flaw -> "%s: %s, which breaks %s".formatted(type, flaw, String.join(" and ", readers)))
                        .toList();
    }

    private static Set<String> readers(String type, Document before, JsonNode topology) {
        Set<String> readers = new LinkedHashSet<>();
        topology.path("topics").forEach(topic -> topic.path("subscriptions").forEach(subscription -> {
            if (subscription.path("filters").findValuesAsText("label").contains(type)) {
                readers.addAll(Document.texts(subscription.path("readers")));
            }
        }));
        // a command says in its description which queue it goes to
        String description = before.root().path("description").asText();
        topology.path("queues").forEach(queue -> {
            if (description.contains(" to " + queue.path("name").asText())) {
                readers.addAll(Document.texts(queue.path("readers")));
            }
        });
        return readers;
    }
}
