package io.tollgate.users.client;

/** What a client cannot be given, and why. */
public abstract sealed class ClientRefused extends RuntimeException permits UnknownPlan, UnknownScopes {
    ClientRefused(String reason) {
        super(reason, null, false, false);
    }
}
