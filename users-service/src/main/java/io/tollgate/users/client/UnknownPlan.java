package io.tollgate.users.client;

/** There is no plan of this name. */
public final class UnknownPlan extends ClientRefused {
    public UnknownPlan() {
        super("unknown plan");
    }
}
