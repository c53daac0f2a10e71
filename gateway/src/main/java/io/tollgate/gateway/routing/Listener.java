package io.tollgate.gateway.routing;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The two ways into the gateway: what exists at one does not exist at the other. */
public enum Listener {
    PUBLIC,
    ADMIN;

    private static final String ADMIN_PATHS = "/admin/";

    /** The only one at which a path exists; nobody can forget to say it, because the path does. */
    public static Listener serving(String path) {
        return path.startsWith(ADMIN_PATHS) ? ADMIN : PUBLIC;
    }

    /** The one by which the request came that this chain works on. */
    public static Listener of(ContextView context) {
        return context.getOrDefault(Listener.class, PUBLIC);
    }

    /** The context of a request that came by this one. */
    public Context enter(Context context) {
        return context.put(Listener.class, this);
    }
}
