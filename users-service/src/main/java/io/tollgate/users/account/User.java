package io.tollgate.users.account;

import io.tollgate.users.credential.Email;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody with an account; the password is kept beside it and not part of it.
 *
 * @param credentialVersion grows with whatever a gateway may have kept of a sign-in: password, address, roles, standing
 */
public record User(
        String id, Profile profile, Standing standing, long credentialVersion, long version, Instant createdAt) {
    /** Not told to anybody before the address is proven. */
    public static User register(String id, Email email, String name, Instant now) {
        Standing standing = new Standing(UserStatus.UNVERIFIED, false, Set.of(Role.CUSTOMER));
        return new User(id, Profile.of(email, name), standing, 1, 1, now);
    }

    /** Whoever registers an address that nobody has proven begins anew: only the last mail proves it. */
    public Change registeredAgain(String name) {
        return to(profile.named(name), standing, credentialVersion + 1, List.of());
    }

    /** The address is the user's; the first time that is so, there is a user to be told of. */
    public Change verified(Instant now) {
        if (standing.verified()) {
            return Change.none(this);
        }
        UserFact fact = new UserFact.Registered(id, version + 1, createdAt);
        return to(profile, standing.proven(), credentialVersion + 1, List.of(fact));
    }

    /** The new address is the user's, and the user's only one from now on. */
    public Change emailProven(Instant now) {
        return profile.pendingEmail().isEmpty()
                ? Change.none(this)
                : to(profile.proven(), standing.proven(), credentialVersion + 1, changed(now));
    }

    /**
     * Another password; whoever can set one by mail has proven the address with it. Another address that was wanted is
     * wanted no more: it may be an intruder's, whom the password is to keep out.
     */
    public Change passwordChanged(Instant now) {
        return to(profile.awaiting(Optional.empty()), standing, credentialVersion + 1, changed(now));
    }

    public Change renamed(String name, Instant now) {
        return described(profile.named(name), now);
    }

    /** The address that is to be proven; the present one means that no other is wanted any more. */
    public Change wanting(Email email, Instant now) {
        return described(profile.awaiting(Optional.of(email).filter(other -> !other.equals(profile.email()))), now);
    }

    public Change preferring(Preferences preferences, Instant now) {
        return described(profile.preferring(preferences), now);
    }

    public Change withRoles(Set<String> roles, Instant now) {
        return stood(standing.with(roles), changed(now));
    }

    public Change deactivated(Instant now) {
        return standing.status() == UserStatus.DEACTIVATED
                ? Change.none(this)
                : stood(standing.deactivated(), List.of(new UserFact.Deactivated(id, version + 1, now)));
    }

    public Change reactivated(Instant now) {
        return standing.status() == UserStatus.DEACTIVATED
                ? stood(standing.reactivated(), changed(now))
                : Change.none(this);
    }

    public Change erased(Instant now) {
        return to(
                Profile.erased(id),
                Standing.erased(),
                credentialVersion + 1,
                List.of(new UserFact.Erased(id, version + 1, now)));
    }

    public boolean isActive() {
        return standing.status() == UserStatus.ACTIVE;
    }

    public boolean isErased() {
        return standing.status() == UserStatus.ERASED;
    }

    private Change described(Profile other, Instant now) {
        return other.equals(profile) ? Change.none(this) : to(other, standing, credentialVersion, changed(now));
    }

    private Change stood(Standing other, List<UserFact> facts) {
        return other.equals(standing) ? Change.none(this) : to(profile, other, credentialVersion + 1, facts);
    }

    private List<UserFact> changed(Instant now) {
        return List.of(new UserFact.Changed(id, version + 1, now));
    }

    private Change to(Profile other, Standing stood, long credential, List<UserFact> facts) {
        return new Change(this, new User(id, other, stood, credential, version + 1, createdAt), facts);
    }
}
