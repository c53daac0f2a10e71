package io.tollgate.users.account;

import java.util.Set;

/** The names of the roles. */
public final class Role {
    public static final String CUSTOMER = "customer";
    public static final String CATALOG_MANAGER = "catalog-manager";
    public static final String SUPPORT = "support";
    public static final String ADMIN = "admin";
    public static final Set<String> ALL = Set.of(CUSTOMER, CATALOG_MANAGER, SUPPORT, ADMIN);

    private Role() {}
}
