package io.tollgate.gateway.plan;

/** What happens to a plan's requests while several gateways cannot count together. */
public enum WhenSharedStoreAway {
    /** Each gateway counts alone, for its share of each limit. */
    SHARE,
    REFUSE
}
