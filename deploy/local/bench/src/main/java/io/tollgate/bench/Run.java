package io.tollgate.bench;

import io.tollgate.bench.load.Callers;
import io.tollgate.bench.server.Jvm;
import io.tollgate.bench.server.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A platform and its data, from before a measurement until after it. */
final class Run {
    private Run() {}

    static void with(Settings settings, BiConsumer<Platform, Callers> measurement) {
        Jvm jvm = Jvm.find();
        Callers callers = new Callers();
        Path directory = temporary();
        System.out.println("before: " + Machine.describe(jvm));
        Platform.Options options = new Platform.Options(settings.heap, settings.database);
        try (Platform platform =
                new Platform(settings.checkout.toAbsolutePath().normalize(), directory, jvm, options, callers)) {
            platform.startSurroundings();
            measurement.accept(platform, callers);
        }
        System.out.println("after: " + Machine.describe(jvm));
        delete(directory);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tollgate-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a failed run left stays, for its logs. */
    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
