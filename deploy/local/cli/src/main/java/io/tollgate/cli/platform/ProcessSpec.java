package io.tollgate.cli.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One process of the platform: what it is called, how it is packaged, where it listens, what it is told. */
public record ProcessSpec(
        String name,
        String module,
        Kind kind,
        PortKey port,
        PortKey managementPort,
        Function<Install, Map<String, String>> environment,
        Function<Install, List<String>> arguments) {

    /** How a process is packaged: a Spring Boot jar, or a plain jar with its libraries beside it. */
    public enum Kind {
        SPRING,
        PLAIN
    }

    /** A port by the variable that moves it, and the number it has when nobody does. */
    public record PortKey(String variable, int usual) {}

    String readinessPath() {
        return "/readyz";
    }
}
