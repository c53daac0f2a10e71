package io.tollgate.bench.server;

import io.tollgate.bench.bare.BareGateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is laid on the class path of a gateway, out of this program into a directory. */
final class BareClasses {
    /** Takes a further directory in {@code loader.path}, which {@code java -jar} does not. */
    static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private static final String REGISTRATION = "org.springframework.context.ApplicationContextInitializer=";

    private BareClasses() {}

    static Path write(Path directory) {
        String name = BareGateway.class.getName();
        String file = name.replace('.', '/') + ".class";
        Path root = directory.resolve("bare");
        try (InputStream code = BareGateway.class.getResourceAsStream("/" + file)) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.createDirectories(root.resolve("META-INF"));
            Files.copy(code, root.resolve(file));
            Files.writeString(root.resolve("META-INF/spring.factories"), REGISTRATION + name + "\n");
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
