package io.tollgate.users.audit;

import java.util.Optional;

/**
 * What somebody does to an account.
 *
 * @param detail what it became, where that is not personal
 */
public record Deed(Act act, Actor actor, Optional<String> detail) {
    public static Deed of(Act act, Actor actor) {
        return new Deed(act, actor, Optional.empty());
    }

    public Deed saying(String words) {
        return new Deed(act, actor, Optional.of(words));
    }
}
