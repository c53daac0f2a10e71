package io.tollgate.workers.email;

import java.util.Optional;

/** What the mail company said: taken, or refused for good. */
public record MailAnswer(Optional<String> refusal) {
    public static final MailAnswer ACCEPTED = new MailAnswer(Optional.empty());

    public static MailAnswer refused(String code) {
        return new MailAnswer(Optional.of(code));
    }
}
