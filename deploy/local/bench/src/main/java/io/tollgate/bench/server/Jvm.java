package io.tollgate.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java runtime of all measured processes: JAVA_HOME, or the newest that is installed, or the one that runs this. */
public record Jvm(Path home, int feature) {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    public static Jvm find() {
        String named = System.getenv("JAVA_HOME");
        return named != null && !named.isBlank() ? at(Path.of(named)) : newest();
    }

    /** The full compiler, and no thread of it that comes and goes: its time is taken apart by thread. */
    List<String> command(int heapMegabytes) {
        return List.of(
                home.resolve("bin/java").toString(),
                "-Xms" + heapMegabytes + "m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:-UseDynamicNumberOfCompilerThreads",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true");
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }

    private static Jvm newest() {
        Jvm running = new Jvm(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
        if (!Files.isDirectory(INSTALLED)) {
            return running;
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(home -> Files.isReadable(home.resolve("release")))
                    .map(Jvm::at)
                    .max(Comparator.comparingInt(Jvm::feature))
                    .orElse(running);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Jvm at(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            return new Jvm(home, version.find() ? Integer.parseInt(version.group(1)) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no Java runtime at " + home, e);
        }
    }
}
