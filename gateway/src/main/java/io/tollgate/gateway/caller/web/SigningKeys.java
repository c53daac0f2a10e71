package io.tollgate.gateway.caller.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.caller.SigningProperties;
import io.tollgate.http.CallerKeyRing;
import io.tollgate.values.InvalidVariable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The gateway's own keys, from the environment or from a file that is read again when it changes. */
@Component
final class SigningKeys {
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final SigningProperties properties;
    private final CallerKeyRing ring;
    private final Counter failures;
    private String read;
    private String told = "";

    SigningKeys(SigningProperties properties, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.failures = meters.counter("tollgate.gateway.signing.keys.failures");
        this.read = properties.areInFile() ? file() : properties.keys();
        String variable = properties.areInFile() ? SigningProperties.FILE : SigningProperties.KEYS;
        this.ring = new CallerKeyRing(variable, read, properties.ahead(), clock);
    }

    CallerKeyRing ring() {
        return ring;
    }

    /** On the timer's own thread; a file that cannot be used leaves the keys as they are. */
    @Scheduled(fixedDelayString = "${tollgate.gateway.signing.keys-every}")
    void reread() {
        if (properties.areInFile()) {
            try {
                take(file());
                told = "";
            } catch (InvalidVariable unusable) {
                failures.increment();
                tellOnce(unusable.getMessage());
            }
        }
    }

    /** Not at each look: a human has to act, and has been told. */
    private void tellOnce(String trouble) {
        if (!trouble.equals(told)) {
            log.error("The signing keys stay as they are: {}", trouble);
            told = trouble;
        }
    }

    private void take(String now) {
        if (!now.equals(read)) {
            ring.replace(now);
            read = now;
            log.info("The signing keys were read again");
        }
    }

    private String file() {
        try {
            return Files.readString(Path.of(properties.keysFile()));
        } catch (IOException unreadable) {
            throw InvalidVariable.because(SigningProperties.FILE, "names a file that cannot be read", null);
        }
    }
}
