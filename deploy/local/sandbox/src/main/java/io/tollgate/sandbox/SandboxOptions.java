package io.tollgate.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a sandbox is started.
 *
 * @param port of everything over HTTP; 0 takes a free one
 * @param smtpPort of the mail server; 0 takes a free one
 * @param networkKey with it, calls to the card network have to carry it as a bearer token
 * @param carrierKey the same for the carrier
 */
public record SandboxOptions(
        String host, int port, int smtpPort, Path data, Optional<String> networkKey, Optional<String> carrierKey) {

    /** On free ports of this machine, accepting any API key. */
    public static SandboxOptions local(Path data) {
        return new SandboxOptions("127.0.0.1", 0, 0, data, Optional.empty(), Optional.empty());
    }

    public SandboxOptions on(int httpPort, int mailPort) {
        return new SandboxOptions(host, httpPort, mailPort, data, networkKey, carrierKey);
    }

    public SandboxOptions guarded(Optional<String> network, Optional<String> carrier) {
        return new SandboxOptions(host, port, smtpPort, data, network, carrier);
    }
}
