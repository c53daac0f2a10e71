package io.tollgate.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final Path FILE = Path.of("src/main/resources/asyncapi.yml");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    /** {@code TOLLGATE_WRITE_ASYNCAPI=true} writes it. */
    @Test
    void the_document_is_what_topology_and_schemas_make() throws IOException {
        String made = YAML.writeValueAsString(AsyncApi.document());
        if (Boolean.parseBoolean(System.getenv("TOLLGATE_WRITE_ASYNCAPI"))) {
            Files.writeString(FILE, made);
        }

        assertThat(FILE)
                .as("asyncapi.yml; run this test once with TOLLGATE_WRITE_ASYNCAPI=true")
                .hasContent(made);
    }

    @Test
    void whatever_is_read_is_sent_by_somebody_through_the_same_channel() {
        var operations = AsyncApi.document().path("operations");
        var sent = Contracts.elements(operations)
                .filter(operation -> operation.path("action").asText().equals("send"))
                .flatMap(operation -> operation.findValuesAsText("$ref").stream())
                .toList();

        assertThat(Contracts.elements(operations)
                        .filter(operation -> operation.path("action").asText().equals("receive"))
                        .flatMap(operation -> operation.findValuesAsText("$ref").stream()))
                .isNotEmpty()
                .isSubsetOf(sent);
    }
}
