package io.tollgate.gateway.address;

import java.util.List;
import java.util.Optional;

/** Where requests may come from: nowhere that is denied, and when something is allowed, only from there. */
public final class AddressRules {
    public static final AddressRules EVERYWHERE =
            new AddressRules(new NetworkSet(List.of()), new NetworkSet(List.of()), false);

    private final NetworkSet allowed;
    private final NetworkSet denied;
    private final boolean nowhere;

    private AddressRules(NetworkSet allowed, NetworkSet denied, boolean nowhere) {
        this.allowed = allowed;
        this.denied = denied;
        this.nowhere = nowhere;
    }

    /** Networks in CIDR form; what cannot be read might deny anybody, so then nobody is admitted. */
    public static AddressRules of(List<String> allow, List<String> deny) {
        if (allow.isEmpty() && deny.isEmpty()) {
            return EVERYWHERE;
        }
        Optional<NetworkSet> allowed = Networks.read(allow);
        Optional<NetworkSet> denied = Networks.read(deny);
        return allowed.isPresent() && denied.isPresent()
                ? new AddressRules(allowed.get(), denied.get(), false)
                : new AddressRules(EVERYWHERE.allowed, EVERYWHERE.denied, true);
    }

    /** Whoever hides is not known to be allowed. */
    public boolean admit(ClientAddress client) {
        return !nowhere
                && !denied.contains(client.ip())
                && (allowed.isEmpty() || !client.hidden() && allowed.contains(client.ip()));
    }
}
