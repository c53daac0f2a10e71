package io.tollgate.gateway.address;

import java.util.Map;

/**
 * Where a request comes from, as far as anybody believed says so.
 *
 * @param ip the client's; or, of a hidden client, that of the proxy that hides it
 * @param hidden whether a trusted proxy keeps the client's own address to itself
 */
public record ClientAddress(IpAddress ip, boolean hidden) {
    /** Headers, given by our own hygiene alone, in which a trusted proxy's words are kept. */
    public static final String FORWARDED = "x-tollgate-forwarded";

    public static final String FORWARDED_FOR = "x-tollgate-forwarded-for";

    private static final String ATTRIBUTE = ClientAddress.class.getName();

    static ClientAddress known(IpAddress ip) {
        return new ClientAddress(ip, false);
    }

    /** Of a request that got past the edge. */
    public static ClientAddress of(Map<String, Object> attributes) {
        return (ClientAddress) attributes.get(ATTRIBUTE);
    }

    public void keep(Map<String, Object> attributes) {
        attributes.put(ATTRIBUTE, this);
    }

    /** Who is counted as one: an IPv4 address, or the /64 that anybody with IPv6 has to itself. */
    public String neighborhood() {
        return ip.isIpv4() ? ip.toString() : IpAddress.groups(ip.high()) + "::/64";
    }
}
