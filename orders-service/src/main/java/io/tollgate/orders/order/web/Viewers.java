package io.tollgate.orders.order.web;

import io.tollgate.http.Caller;
import io.tollgate.orders.order.Buyer;
import io.tollgate.orders.order.Viewer;
import java.util.Collections;
import java.util.Set;

/** What a caller may see of orders. */
final class Viewers {
    static final String READ = "orders:read";
    static final String WRITE = "orders:write";
    private static final Set<String> SEE_ALL = Set.of("support", "admin");

    private Viewers() {}

    static Viewer of(Caller caller, String scope) {
        return new Viewer(buyer(caller, scope), !Collections.disjoint(caller.roles(), SEE_ALL));
    }

    static Buyer buyer(Caller caller, String scope) {
        caller.requireScope(scope);
        return new Buyer(caller.requireUser(), caller.clientId());
    }
}
