package io.tollgate.gateway.caller;

/** What services believe: short-lived statements signed by the gateway. */
public interface Tokens {
    /** Who is asking, for one service. */
    String of(KnownCaller caller, String audience);

    /** The gateway itself, for the service's internal operations. */
    String ofGateway(String audience);
}
