package io.tollgate.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody who relies on the last release is broken by what is in the tree. */
class ReleasedContractsTest {
    private static final Path CONTRACTS = Path.of("..");
    private static final Path APIS = CONTRACTS.resolve("api/released");
    private static final Path MESSAGES = CONTRACTS.resolve("messages/released");

    @Test
    void no_api_client_is_broken() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path released : files(APIS, ".yml")) {
            Path now = CONTRACTS.resolve("api/src/main/resources/openapi").resolve(released.getFileName());
            assertThat(now).as("a released document").exists();
            broken.addAll(ApiChange.breaks(Document.read(released), Document.read(now)));
        }

        assertThat(broken).as("what breaks whom").isEmpty();
    }

    @Test
    void no_reader_of_a_message_is_broken() throws IOException {
        Path current = CONTRACTS.resolve("messages/src/main/resources");
        var topology = Document.read(current.resolve("topology.yml")).root();
        List<String> broken = new ArrayList<>();
        for (Path released : files(MESSAGES, ".schema.json")) {
            Path path = MESSAGES.relativize(released);
            Path now = current.resolve(path);
            broken.addAll(MessageChange.breaks(
                    path.toString().replace(".schema.json", "").replace('/', '.'),
                    Document.read(released),
                    Files.exists(now) ? Document.read(now) : null,
                    topology));
        }

        assertThat(broken).as("what breaks whom").isEmpty();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        assumeTrue(Files.isDirectory(folder), "nothing is released: there is no " + folder.normalize());
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(found).as("released contracts in " + folder).isNotEmpty();
            return found;
        }
    }
}
