package io.tollgate.users.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where requests may come from (CIDR): what is denied is denied, and where something is allowed all else is denied too.
 */
public record Networks(List<String> allow, List<String> deny) {
    public static final Networks EVERYWHERE = new Networks(List.of(), List.of());
    private static final int MOST = 50;

    public Networks {
        allow = allow == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(allow));
        deny = deny == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(deny));
    }

    /** Whether it is a network, IPv4 or IPv6, with no bits beyond its prefix. */
    public static boolean isNetwork(String text) {
        return Cidr.isOne(text);
    }

    public void check(Flaws flaws) {
        check(flaws.at("allow"), allow);
        check(flaws.at("deny"), deny);
    }

    private static void check(Flaws flaws, List<String> networks) {
        flaws.require(networks.size() <= MOST, "size", "must have at most " + MOST);
        for (int i = 0; i < networks.size(); i++) {
            flaws.at(i)
                    .require(
                            Cidr.isOne(networks.get(i)),
                            "network",
                            "must be a network such as 203.0.113.0/24 or 2001:db8::/32");
        }
    }
}
