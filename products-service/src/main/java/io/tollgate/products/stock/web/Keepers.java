package io.tollgate.products.stock.web;

import io.tollgate.http.Caller;

/** Who keeps the stock: an application that may write the catalog, and a user who manages it. */
final class Keepers {
    private Keepers() {}

    /** The user, who is written down beside what was done. */
    static String require(Caller caller) {
        caller.requireScope("catalog:write");
        caller.requireRole("catalog-manager");
        return caller.requireUser();
    }
}
