package io.tollgate.users.account;

import java.util.Optional;

/**
 * Which users a list has.
 *
 * @param beginning how an address or a name begins, whatever its case
 */
public record UserFilter(Optional<String> beginning, Optional<UserStatus> status, Optional<String> role) {
    @Override
    public String toString() {
        return "UserFilter[not shown]";
    }
}
