package io.tollgate.cli.platform;

import io.tollgate.cli.platform.ProcessSpec.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The files a process runs from: its jar laid out beside its libraries, apart from the build's own folders. */
final class Layout {

    private final Install install;
    private final ProcessSpec process;
    private final Path directory;

    Layout(Install install, ProcessSpec process) {
        this.install = install;
        this.process = process;
        this.directory = install.apps().resolve(process.name());
    }

    Path jar() {
        return directory.resolve(built().getFileName());
    }

    /** The application's jar and the project's own libraries beside it. */
    List<Path> ownJars() {
        try (Stream<Path> libraries = Files.list(directory.resolve("lib"))) {
            return Stream.concat(Stream.of(jar()), libraries.filter(library -> library.getFileName()
                            .toString()
                            .startsWith("tollgate-")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path startCache() {
        return directory.resolve("start.aot");
    }

    boolean isCurrent() {
        try {
            return Files.exists(jar())
                    && Files.getLastModifiedTime(jar()).compareTo(Files.getLastModifiedTime(built())) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Lays the built jar out anew, unless that has been done since it was built. */
    void prepare() {
        if (!Files.exists(built())) {
            throw new CommandFailed(built() + " is missing: build first with mvn -DskipTests package");
        }
        if (isCurrent()) {
            return;
        }
        deleteRecursively(directory);
        try {
            Files.createDirectories(directory.getParent());
            if (process.kind() == Kind.SPRING) {
                extract();
            } else {
                copy();
            }
            Files.setLastModifiedTime(jar(), Files.getLastModifiedTime(built()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the application once up to its first breath, so that later starts skip loading and linking; false when that failed. */
    boolean makeStartCache(Jdk jdk, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        Stream.of(jdk.java().toString()),
                        jdk.flags().stream(),
                        Stream.of(
                                "-XX:AOTCacheOutput=" + startCache(),
                                "-Dspring.context.exit=onRefresh",
                                "-jar",
                                jar().toString()))
                .flatMap(part -> part)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(
                install.logs().resolve(process.name() + ".start-cache.log").toFile());
        builder.environment().putAll(environment);
        Process training = builder.start();
        if (!training.waitFor(120, TimeUnit.SECONDS)) {
            training.destroyForcibly();
        }
        return Files.exists(startCache());
    }

    private Path built() {
        Path target = install.checkout().resolve(process.module()).resolve("target");
        return target.resolve(Path.of(process.module()).getFileName() + ".jar");
    }

    private void extract() throws IOException {
        Process extraction = new ProcessBuilder(
                        Jdk.running().java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        built().toString(),
                        "extract",
                        "--force",
                        "--destination",
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(extraction.getInputStream().readAllBytes());
        try {
            if (extraction.waitFor() != 0) {
                throw new CommandFailed(built() + " cannot be laid out: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private void copy() throws IOException {
        Path libraries = built().resolveSibling("lib");
        Files.createDirectories(directory.resolve("lib"));
        Files.copy(built(), jar(), StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> files = Files.list(libraries)) {
            for (Path library : files.toList()) {
                Files.copy(library, directory.resolve("lib").resolve(library.getFileName()));
            }
        }
    }

    static void deleteRecursively(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
