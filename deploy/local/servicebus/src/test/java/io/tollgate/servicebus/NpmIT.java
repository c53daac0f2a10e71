package io.tollgate.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tollgate.servicebus.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The same promises through npm's {@code @azure/service-bus}, which shares no code with Java's. Skipped where Node or the
 * package cannot be had, unless REQUIRE_NODE=true.
 */
@Isolated("it needs the processors to itself")
class NpmIT {

    private static final Path SOURCES = Path.of("src/test/npm");
    private static final Path WORK = Path.of("target/npm");
    private static final int PATIENCE_SECONDS = 120;

    @TestFactory
    Stream<DynamicTest> the_npm_client_finds_every_promise_kept() throws Exception {
        require(run("node", "--version").ok(), "Node is not installed");
        require(installed(), "npm cannot install @azure/service-bus here");
        Topology topology = Topology.read(SOURCES.resolve("topology.yml"));
        try (ServiceBusServer bus = ServiceBusServer.start(topology, Options.defaults())) {
            List<String> results = run(
                            "node", "promises.mjs", bus.connectionString(), bus.connectionString("guarded", "writer"))
                    .lines();
            List<String> promised = run("node", "promises.mjs").lines();
            assertThat(results).hasSameSizeAs(promised).hasSizeGreaterThan(30);
            return results.stream()
                    .map(line -> DynamicTest.dynamicTest(
                            line.replaceFirst("^(not )?ok ", "").replaceFirst(":.*", ""),
                            () -> assertThat(line).startsWith("ok ")));
        }
    }

    private static void require(boolean condition, String reason) {
        if (Boolean.parseBoolean(System.getenv("REQUIRE_NODE"))) {
            assertThat(condition).as(reason + ", and REQUIRE_NODE=true").isTrue();
        }
        assumeTrue(condition, reason);
    }

    private static boolean installed() throws Exception {
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", "promises.mjs")) {
            Files.copy(SOURCES.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.isDirectory(WORK.resolve("node_modules/@azure/service-bus"))
                || run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock")
                        .ok();
    }

    private record Result(int exit, List<String> lines) {
        boolean ok() {
            return exit == 0;
        }
    }

    private static Result run(String... command) throws Exception {
        Files.createDirectories(WORK);
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(WORK.toFile())
                    .redirectError(WORK.resolve("errors.txt").toFile())
                    .start();
        } catch (IOException e) {
            return new Result(-1, List.of());
        }
        List<String> lines = new ArrayList<>();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines::add);
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Result(-1, lines);
        }
        return new Result(process.exitValue(), lines);
    }
}
