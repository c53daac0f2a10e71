package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.testing.ProblemRows;
import java.util.function.UnaryOperator;

/** What every refusal promises: a registered type, the right status, and two ids to ask about it by. */
final class Problems {
    private Problems() {}

    static JsonNode check(int status, UnaryOperator<String> header, String body, int expected, String type) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(header.apply("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = RunningGateway.json(body);
        assertThat(problem.at("/type").asText()).isEqualTo("https://tollgate.io/problems/" + type);
        assertThat(problem.at("/status").asInt()).isEqualTo(expected);
        ProblemRows.assertDocumented(type, expected, problem.at("/title").asText());
        assertThat(problem.at("/requestId").asText()).startsWith("req_").isEqualTo(header.apply("X-Request-Id"));
        assertThat(problem.at("/traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(header.apply("Cache-Control")).contains("no-store");
        return problem;
    }
}
