package io.tollgate.gateway.caller;

import io.tollgate.gateway.plan.Plan;

/** What services believe: short-lived statements signed by the gateway. */
public interface Tokens {
    /** Who is asking, for one service, and what it may do there, as Authorization: never more than its plan allows now. */
    CharSequence of(KnownCaller caller, Plan plan, String audience);

    /** The gateway itself, for the service's internal operations, as Authorization. */
    String ofGateway(String audience);
}
