package io.tollgate.messages;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract files as they lie in the tree. */
final class Contracts {
    private static final Path ROOT = Path.of("src/main/resources");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contracts() {}

    /** The types that have a file with this ending, as {@code publisher.fact.vN}. */
    static SortedSet<String> typesWith(String ending) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(ROOT::relativize)
                    .map(Path::toString)
                    .filter(path -> path.endsWith(ending))
                    .map(path -> path.substring(0, path.length() - ending.length()))
                    .map(path -> path.replace('/', '.'))
                    .collect(toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode schema(String type) {
        return read(JSON, path(type) + ".schema.json");
    }

    static JsonNode example(String type) {
        return read(JSON, path(type) + ".example.json");
    }

    static String path(String type) {
        return type.replaceFirst("\\.", "/");
    }

    static JsonNode queues() {
        return read(new YAMLMapper(), "topology.yml").path("queues");
    }

    /** The topics of topology.yml. */
    static Stream<JsonNode> topics() {
        return elements(read(new YAMLMapper(), "topology.yml").path("topics"));
    }

    static Stream<JsonNode> subscriptions() {
        return topics().flatMap(topic -> elements(topic.path("subscriptions")));
    }

    static Stream<String> labels() {
        return subscriptions()
                .flatMap(subscription -> elements(subscription.path("filters")))
                .map(filter -> filter.at("/correlation/label").asText());
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode read(ObjectMapper mapper, String path) {
        try {
            return mapper.readTree(ROOT.resolve(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
