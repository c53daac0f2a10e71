package io.tollgate.users.account;

import io.tollgate.users.credential.Email;
import java.util.Optional;

/**
 * What is personal about a user.
 *
 * @param email the proven address, or while there is none the one to be proven
 * @param pendingEmail what the address becomes once that one is proven
 */
public record Profile(Email email, Optional<Email> pendingEmail, String name, Preferences preferences) {
    static Profile of(Email email, String name) {
        return new Profile(email, Optional.empty(), name.strip(), Preferences.DEFAULT);
    }

    /** Nothing; the id stands where an address has to be. */
    static Profile erased(String userId) {
        return new Profile(new Email(userId), Optional.empty(), "", Preferences.DEFAULT);
    }

    Profile named(String other) {
        return new Profile(email, pendingEmail, other.strip(), preferences);
    }

    Profile awaiting(Optional<Email> other) {
        return new Profile(email, other, name, preferences);
    }

    Profile proven() {
        return new Profile(pendingEmail.orElse(email), Optional.empty(), name, preferences);
    }

    Profile preferring(Preferences other) {
        return new Profile(email, pendingEmail, name, other);
    }

    @Override
    public String toString() {
        return "Profile[not shown]";
    }
}
