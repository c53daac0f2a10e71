package io.tollgate.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A problem document as one sentence. */
final class Refusal {
    private Refusal() {}

    static String sentence(int status, JsonNode problem) {
        String title = problem.path("title").asText("");
        if (title.isEmpty()) {
            return "the administration answered " + status;
        }
        List<String> reasons = new ArrayList<>();
        problem.path("errors")
                .forEach(error ->
                        reasons.add(place(error) + " " + error.path("detail").asText()));
        if (problem.has("detail")) {
            reasons.add(problem.path("detail").asText());
        }
        String type = problem.path("type").asText().replaceFirst(".*/", "");
        return title + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons)) + " (" + type + ")";
    }

    private static String place(JsonNode error) {
        return error.path("pointer")
                .asText(error.path("parameter").asText(error.path("header").asText()));
    }
}
