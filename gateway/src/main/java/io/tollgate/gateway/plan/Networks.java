package io.tollgate.gateway.plan;

import java.util.List;

/**
 * Where requests may come from, in CIDR form.
 *
 * @param allow none means everywhere
 * @param deny wins over what is allowed
 */
public record Networks(List<String> allow, List<String> deny) {
    public static final Networks EVERYWHERE = new Networks(List.of(), List.of());

    public Networks {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }
}
