package io.tollgate.users.audit.store;

import io.tollgate.values.InvalidVariable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How addresses are made unreadable.
 *
 * @param secret keys the digests of addresses; 32 characters or more. Another one makes the old digests strangers
 * @param spare keys them where there is no secret of their own
 */
@ConfigurationProperties("users.audit")
record AuditProperties(@DefaultValue("") String secret, @DefaultValue("") String spare) {
    private static final int SHORTEST = 32;

    AuditProperties {
        if (!secret.isBlank() && secret.length() < SHORTEST) {
            throw InvalidVariable.because(
                    "TOLLGATE_USERS_AUDIT_SECRET", "is shorter than " + SHORTEST + " characters", null);
        }
    }

    String key() {
        return secret.isBlank() ? spare : secret;
    }

    @Override
    public String toString() {
        return "AuditProperties[not shown]";
    }
}
