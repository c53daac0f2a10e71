package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.tollgate.testing.ProblemRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What every refusal promises: documented in gateway.v1.yml and problems.md, and two ids to ask about it by. */
final class Problems {
    private static final JsonNode API = api();
    private static final String RULE = "[a-z][a-z0-9-]*(:[a-z0-9-]+)?(/[a-z]+(:[a-z0-9-]+)?)?";
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(API.at("/components/schemas/Problem"));

    private Problems() {}

    static JsonNode check(int status, UnaryOperator<String> header, String body, int expected, String type) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(header.apply("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = RunningGateway.json(body);
        assertThat(SCHEMA.validate(problem)).as(body).isEmpty();
        assertThat(problem.at("/type").asText()).isEqualTo("https://tollgate.io/problems/" + type);
        assertThat(problem.at("/status").asInt()).isEqualTo(expected);
        ProblemRows.assertDocumented(type, expected, problem.at("/title").asText());
        assertThat(problem.at("/requestId").asText()).isEqualTo(header.apply("X-Request-Id"));
        assertThat(header.apply("Cache-Control")).contains("no-store");
        assertThat(header.apply("Date")).endsWith(" GMT");
        if (expected != 500) {
            assertThat(problem.at("/rule").asText()).as(body).matches(RULE);
        }
        documented(expected, header);
        return problem;
    }

    private static void documented(int status, UnaryOperator<String> header) {
        JsonNode response = API.at("/components/responses/" + status);
        assertThat(response.isMissingNode())
                .as("gateway.v1.yml knows %d", status)
                .isFalse();
        for (Map.Entry<String, JsonNode> name : response.path("headers").properties()) {
            assertThat(header.apply(name.getKey())).as(name.getKey()).isNotNull();
        }
    }

    /** Whether gateway.v1.yml knows such a value of this header. */
    static void assertDocumented(String header, String value) {
        assertThat(value)
                .matches(API.at("/components/headers/" + header + "/schema/pattern")
                        .asText());
    }

    private static JsonNode api() {
        try {
            return new YAMLMapper().readTree(Problems.class.getResourceAsStream("/openapi/gateway.v1.yml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
