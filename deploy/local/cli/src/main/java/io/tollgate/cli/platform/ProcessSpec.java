package io.tollgate.cli.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One process of the platform: what it is called, how it is packaged, where it listens, what it is told. */
public record ProcessSpec(
        String name,
        String module,
        Kind kind,
        PortKey port,
        PortKey managementPort,
        Optional<PortKey> adminPort,
        Function<Install, Map<String, String>> environment,
        Function<Install, List<String>> arguments) {

    /** How a process is packaged: a Spring Boot jar, or a plain jar with its libraries beside it. */
    public enum Kind {
        SPRING,
        PLAIN
    }

    /** A port by the variable that moves it, and the number it has when nobody does. */
    public record PortKey(String variable, int usual) {}

    /** Everything it listens on. */
    Stream<PortKey> ports() {
        return Stream.concat(Stream.of(port, managementPort), adminPort.stream());
    }

    ProcessSpec administeredOn(PortKey key) {
        return new ProcessSpec(name, module, kind, port, managementPort, Optional.of(key), environment, arguments);
    }

    String readinessPath() {
        return "/readyz";
    }
}
