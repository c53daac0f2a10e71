package io.tollgate.users.account;

import java.util.List;

/** What became of a user, and what others are told of it. */
public record Change(User before, User after, List<UserFact> facts) {
    public Change {
        facts = List.copyOf(facts);
    }

    static Change none(User user) {
        return new Change(user, user, List.of());
    }

    /** One after the other, as one. */
    public Change then(Change next) {
        return next.isNone() ? this : new Change(before, next.after, isNone() ? next.facts : joined(next));
    }

    public boolean isNone() {
        return after.equals(before);
    }

    boolean touchesCredential() {
        return after.credentialVersion() != before.credentialVersion();
    }

    /** By how many there are more active administrators. */
    int administrators() {
        return count(after) - count(before);
    }

    private List<UserFact> joined(Change next) {
        return java.util.stream.Stream.concat(facts.stream(), next.facts.stream())
                .toList();
    }

    private static int count(User user) {
        return user.standing().isAdministrator() ? 1 : 0;
    }
}
