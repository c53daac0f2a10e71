package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The requests of the documents are sent to the services; a refusal that they show must be one that there is. */
class ProblemExamplesTest {
    private static final String PROBLEMS = "https://tollgate.io/problems/";

    @Test
    void every_refusal_that_is_shown_is_one_of_the_table() {
        List<JsonNode> shown = new ArrayList<>();
        for (String service : List.of("gateway", "users", "products", "orders", "payments")) {
            collect(new ApiDocument("openapi/" + service + ".v1.yml").at(""), shown);
        }

        assertThat(shown).hasSizeGreaterThan(10);
        shown.forEach(problem -> ProblemRows.assertDocumented(
                problem.path("type").asText().substring(PROBLEMS.length()),
                problem.path("status").asInt(),
                problem.path("title").asText()));
    }

    /** What tells of a refusal afterwards names its type, too, but has no title: a problem always has one. */
    private static void collect(JsonNode node, List<JsonNode> problems) {
        if (node.path("type").asText().startsWith(PROBLEMS) && node.has("title")) {
            problems.add(node);
        }
        node.forEach(member -> collect(member, problems));
    }
}
