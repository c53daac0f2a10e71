package io.tollgate.gateway.caller;

import io.tollgate.values.InvalidVariable;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What caller tokens are signed with.
 *
 * @param keys a private JWKS; its first key signs
 * @param keysFile where that JWKS is instead, read again whenever it changes
 * @param ahead how long a new first key is published before it signs
 */
@Validated
@ConfigurationProperties("tollgate.gateway.signing")
public record SigningProperties(
        @DefaultValue("") String keys, @DefaultValue("") String keysFile, @NotNull @DefaultValue("1m") Duration ahead) {
    public static final String KEYS = "TOLLGATE_CALLER_SIGNING_KEYS";
    public static final String FILE = "TOLLGATE_CALLER_SIGNING_KEYS_FILE";

    public SigningProperties {
        if (!keys.isEmpty() && !keysFile.isEmpty()) {
            throw InvalidVariable.because(FILE, "is set beside " + KEYS + "; one of them decides", null);
        }
    }

    public boolean areInFile() {
        return !keysFile.isEmpty();
    }

    @Override
    public String toString() {
        return "SigningProperties[not shown]";
    }
}
