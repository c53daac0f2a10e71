package io.tollgate.users.account;

/** The names of the roles that this service itself gives. */
public final class Role {
    public static final String CUSTOMER = "customer";
    public static final String ADMIN = "admin";

    private Role() {}
}
