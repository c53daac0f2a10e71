package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What others' tools say about the contracts: Spectral's recommended rules about the OpenAPI documents, AsyncAPI's own parser
 * about the messages. Skipped where Node or the packages cannot be had, unless REQUIRE_NODE=true.
 */
class ContractLintIT {
    private static final Path SOURCES = Path.of("src/test/npm");
    private static final Path WORK = Path.of("target/npm");
    private static final Path APIS =
            Path.of("../api/src/main/resources/openapi").toAbsolutePath();
    private static final Path MESSAGES =
            Path.of("../messages/src/main/resources").toAbsolutePath();

    private record Result(int exit, String output) {}

    @BeforeAll
    static void install() throws Exception {
        require(run("node", "--version").exit() == 0, "Node is not installed");
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", "package-lock.json", "spectral.yml", "asyncapi.mjs")) {
            Files.copy(SOURCES.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        boolean installed = Files.isDirectory(WORK.resolve("node_modules/@stoplight/spectral-cli"))
                || run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                                .exit()
                        == 0;
        require(installed, "npm cannot install Spectral and AsyncAPI's parser here");
    }

    @Test
    void spectral_finds_nothing_in_the_documents() throws Exception {
        Result lint = run(
                "node",
                "node_modules/@stoplight/spectral-cli/dist/index.js",
                "lint",
                "--fail-severity=hint",
                "--ruleset",
                "spectral.yml",
                APIS + "/*.yml");

        assertThat(lint.exit()).as(lint.output()).isZero();
    }

    @Test
    void spectral_finds_what_is_wrong() throws Exception {
        Path broken = Path.of("src/test/resources/openapi/broken.v1.yml").toAbsolutePath();

        Result lint = run(
                "node",
                "node_modules/@stoplight/spectral-cli/dist/index.js",
                "lint",
                "--ruleset",
                "spectral.yml",
                broken.toString());

        assertThat(lint.exit()).isNotZero();
        assertThat(lint.output()).contains("operation-operationId-unique");
    }

    @Test
    void the_parser_of_asyncapi_reads_the_messages() throws Exception {
        Result parsed =
                run("node", "asyncapi.mjs", MESSAGES.resolve("asyncapi.yml").toString());

        assertThat(parsed.exit()).as(parsed.output()).isZero();
    }

    private static void require(boolean condition, String reason) {
        if (Boolean.parseBoolean(System.getenv("REQUIRE_NODE"))) {
            assertThat(condition).as(reason + ", and REQUIRE_NODE=true").isTrue();
        }
        assumeTrue(condition, reason);
    }

    private static Result run(String... command) throws Exception {
        Files.createDirectories(WORK);
        Path output = Files.createTempFile(WORK.toAbsolutePath(), "output", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(WORK.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException notInstalled) {
            return new Result(-1, String.valueOf(notInstalled));
        }
        if (!process.waitFor(110, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Result(-1, "takes too long");
        }
        try (Stream<String> lines = Files.lines(output, StandardCharsets.UTF_8)) {
            return new Result(process.exitValue(), String.join("\n", lines.toList()));
        }
    }
}
