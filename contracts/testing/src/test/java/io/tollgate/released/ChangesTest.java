package io.tollgate.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The gate itself, on changes that break somebody and on changes that do not: released/changes.yml has them. */
class ChangesTest {
    private static final Path FILES = Path.of("src/test/resources/released");
    private static final JsonNode CHANGES =
            Document.read(FILES.resolve("changes.yml")).root();

    @TestFactory
    Stream<DynamicTest> a_change_that_breaks_somebody_is_told_with_a_sentence() {
        return cases("breaking")
                .map(change -> DynamicTest.dynamicTest(name(change), () -> assertThat(broken(change))
                        .containsExactly(change.path("says").asText())));
    }

    @TestFactory
    Stream<DynamicTest> a_change_that_breaks_nobody_passes() {
        return cases("harmless")
                .map(change -> DynamicTest.dynamicTest(
                        name(change), () -> assertThat(broken(change)).isEmpty()));
    }

    private static Stream<JsonNode> cases(String kind) {
        assertThat(CHANGES.path(kind)).hasSizeGreaterThan(7);
        return StreamSupport.stream(CHANGES.path(kind).spliterator(), false);
    }

    private static String name(JsonNode change) {
        return change.path("change").asText();
    }

    private static List<String> broken(JsonNode change) {
        boolean message = change.path("of").asText().equals("message");
        Document before = Document.read(FILES.resolve(message ? "parcel-sent.v1.schema.json" : "parcels.v1.yml"));
        Document now = new Document(before.root().deepCopy());
        change.path("edits").forEach(edit -> edit(now.root(), edit));
        if (!message) {
            return ApiChange.breaks(before, now);
        }
        JsonNode topology = CHANGES.path(change.path("unread").asBoolean() ? "nobody" : "topology");
        return MessageChange.breaks(
                "parcels.parcel-sent.v1", before, change.path("gone").asBoolean() ? null : now, topology);
    }

    private static void edit(JsonNode root, JsonNode edit) {
        JsonPointer at = JsonPointer.compile(edit.path("at").asText());
        JsonNode parent = root.at(at.head());
        if (parent instanceof ArrayNode list) {
            if (edit.has("set")) {
                list.add(edit.path("set"));
            } else {
                list.remove(at.last().getMatchingIndex());
            }
        } else if (edit.has("set")) {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), edit.path("set"));
        } else {
            ((ObjectNode) parent).remove(at.last().getMatchingProperty());
        }
    }
}
