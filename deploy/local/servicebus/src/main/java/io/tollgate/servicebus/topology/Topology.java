package io.tollgate.servicebus.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every entity of a namespace, as one file declares it. */
public record Topology(List<QueueSpec> queues, List<TopicSpec> topics, List<AccessRule> accessRules) {

    public Topology {
        queues = List.copyOf(queues);
        topics = List.copyOf(topics);
        accessRules = List.copyOf(accessRules);
    }

    /** Reads and validates a file; a mistake is a {@link TopologyException} that names its line. */
    public static Topology read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the topology " + file, e);
        }
    }

    /** Reads and validates a classpath resource. */
    public static Topology resource(String name) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                throw new TopologyException("No topology '" + name + "' on the classpath");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the topology " + name, e);
        }
    }

    /** Parses and validates YAML; {@code name} is used in error messages. */
    public static Topology parse(String name, String yaml) {
        return new TopologyReader(name).read(yaml);
    }
}
