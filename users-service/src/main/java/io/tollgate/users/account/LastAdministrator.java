package io.tollgate.users.account;

/** Nobody could administer the platform any more. */
public final class LastAdministrator extends AccountRefused {
    public LastAdministrator() {
        super("last administrator");
    }
}
