package io.tollgate.cli.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java runtime on this machine: where it is, and which feature release. */
public record Jdk(Path home, int feature) {

    /** First release whose ahead-of-time cache also holds what a framework loads by its own class loaders' jar order. */
    private static final int CACHES_FROM = 25;

    /** Smaller objects; and no warnings about what netty does on every JVM. */
    private static final List<String> NEWER_FLAGS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");

    /** The newest runtime that can be found; at worst the one this command runs on. */
    public static Jdk newest() {
        return candidates()
                .map(Jdk::at)
                .flatMap(Optional::stream)
                .filter(jdk -> jdk.feature <= newestKnown())
                .max(Comparator.comparingInt(Jdk::feature))
                .orElseGet(Jdk::running);
    }

    /** The runtime of this process. */
    public static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    boolean hasStartCaches() {
        return feature >= CACHES_FROM;
    }

    /** Flags of every process: small heaps, the quick compiler only, since this platform is for trying out. */
    List<String> flags() {
        List<String> flags = List.of(
                "-Xmx192m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true");
        return feature < CACHES_FROM
                ? flags
                : Stream.concat(flags.stream(), NEWER_FLAGS.stream()).toList();
    }

    /** A long-term release that the libraries here have been run on; newer ones wait until they have been. */
    private static int newestKnown() {
        return 25;
    }

    private static Stream<Path> candidates() {
        Map<String, String> environment = System.getenv();
        Stream<Path> named = Stream.of(environment.get("JAVA_HOME"), System.getProperty("java.home"))
                .filter(Objects::nonNull)
                .map(Path::of);
        Path user = Path.of(System.getProperty("user.home"));
        Stream<Path> installed = Stream.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/opt"),
                        Path.of("/opt/java"),
                        user.resolve(".sdkman/candidates/java"),
                        user.resolve(".jdks"),
                        Path.of("/Library/Java/JavaVirtualMachines"))
                .flatMap(Jdk::children)
                .flatMap(path -> Stream.of(path, path.resolve("Contents/Home")));
        return Stream.concat(named, installed);
    }

    private static Stream<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        try {
            Matcher version = VERSION.matcher(Files.readString(release));
            return version.find() ? Optional.of(new Jdk(home, Integer.parseInt(version.group(1)))) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
