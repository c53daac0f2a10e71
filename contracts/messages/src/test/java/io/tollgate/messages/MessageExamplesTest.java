package io.tollgate.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageExamplesTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    static Set<String> types() {
        return Contracts.typesWith(".schema.json");
    }

    @Test
    void every_schema_has_an_example_and_every_example_a_schema() {
        assertThat(types()).isNotEmpty().isEqualTo(Contracts.typesWith(".example.json"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_example_is_valid(String type) {
        assertThat(violations(type, Contracts.example(type).toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_example_with_a_property_the_schema_does_not_know_is_not_valid(String type) {
        ObjectNode example = Contracts.example(type).deepCopy();

        assertThat(violations(type, example.put("surprise", true).toString())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_schema_is_a_schema(String type) {
        JsonSchema meta = SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(meta.validate(Contracts.schema(type).toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_schema_is_named_after_its_file(String type) {
        assertThat(Contracts.schema(type).path("$id").asText())
                .isEqualTo("https://tollgate.io/messages/" + Contracts.path(type) + ".schema.json");
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_type_is_publisher_name_and_version(String type) {
        assertThat(type).matches("(orders|products|payments|users|workers)\\.[a-z]+(-[a-z]+)*\\.v[1-9]");
    }

    private static Set<?> violations(String type, String json) {
        return SCHEMAS.getSchema(Contracts.schema(type))
                .validate(json, InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true));
    }
}
