package io.tollgate.users.bootstrap;

import io.tollgate.users.client.KeySecret;
import io.tollgate.values.InvalidVariable;

/** Who may administer a platform that knows nobody yet: a user, and the key of the application that the user acts through. */
public record FirstAdmin(String email, String password, KeySecret key) {
    private static final String VARIABLE = "TOLLGATE_BOOTSTRAP_ADMIN";

    /** From {@code email:password:apiKey}; the password may have colons, the others have none. */
    public static FirstAdmin parse(String text) {
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        if (first < 1 || last <= first + 1 || !text.substring(0, first).contains("@")) {
            throw InvalidVariable.because(VARIABLE, "is not of the form email:password:apiKey", null);
        }
        String key = text.substring(last + 1);
        if (!KeySecret.isOne(key)) {
            throw InvalidVariable.because(
                    VARIABLE, "has an API key that is not tg_live_ and 43 base64url characters", null);
        }
        return new FirstAdmin(text.substring(0, first), text.substring(first + 1, last), new KeySecret(key));
    }

    @Override
    public String toString() {
        return "FirstAdmin[not shown]";
    }
}
