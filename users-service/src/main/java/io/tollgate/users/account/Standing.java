package io.tollgate.users.account;

import java.util.Set;

/** Whether and as what a user may act. */
public record Standing(UserStatus status, boolean verified, Set<String> roles) {
    public Standing {
        roles = Set.copyOf(roles);
    }

    boolean isAdministrator() {
        return status == UserStatus.ACTIVE && roles.contains(Role.ADMIN);
    }

    Standing proven() {
        return new Standing(status == UserStatus.UNVERIFIED ? UserStatus.ACTIVE : status, true, roles);
    }

    Standing with(Set<String> others) {
        return new Standing(status, verified, others);
    }

    Standing deactivated() {
        return new Standing(UserStatus.DEACTIVATED, verified, roles);
    }

    Standing reactivated() {
        return new Standing(verified ? UserStatus.ACTIVE : UserStatus.UNVERIFIED, verified, roles);
    }

    static Standing erased() {
        return new Standing(UserStatus.ERASED, false, Set.of());
    }
}
