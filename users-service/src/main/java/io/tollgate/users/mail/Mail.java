package io.tollgate.users.mail;

import io.tollgate.users.credential.Email;
import java.time.Instant;
import java.util.Map;

/**
 * A mail to be sent.
 *
 * @param id the notification; it is delivered once
 * @param template the name of its text
 * @param parameters what the text is filled with
 */
public record Mail(
        String id,
        String userId,
        Email to,
        String name,
        String template,
        Map<String, String> parameters,
        Instant decidedAt) {
    public Mail {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
