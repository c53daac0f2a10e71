package io.tollgate.cli.platform;

import java.nio.file.Path;

/** Where one platform lives: the checkout it is built from, the directory of its state, its ports and secrets. */
public record Install(Path checkout, Path state, Ports ports, Secrets secrets) {

    public Path data(String process) {
        return state.resolve("data").resolve(process);
    }

    Path apps() {
        return state.resolve("apps");
    }

    public Path logs() {
        return state.resolve("logs");
    }

    /** Where processes keep what they need for a while, such as telemetry that could not be sent. */
    Path temporary() {
        return state.resolve("tmp");
    }

    Path run() {
        return state.resolve("run");
    }

    /** The base URL of a process's main port. */
    public String url(ProcessSpec.PortKey port) {
        return "http://127.0.0.1:" + ports.of(port);
    }
}
