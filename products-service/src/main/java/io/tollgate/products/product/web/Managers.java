package io.tollgate.products.product.web;

import io.tollgate.http.Caller;

/** Who keeps the catalog: an application that may write it, and a user who manages it. */
final class Managers {
    private static final String ROLE = "catalog-manager";

    private Managers() {}

    static void require(Caller caller) {
        caller.requireScope("catalog:write");
        requireRole(caller);
    }

    static void requireRole(Caller caller) {
        caller.requireRole(ROLE);
    }

    /** Whether drafts are for the eyes of this caller. */
    static boolean areAsking(Caller caller) {
        return caller.hasRole(ROLE);
    }
}
