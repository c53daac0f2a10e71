package io.tollgate.gateway.address;

import java.util.List;
import java.util.Optional;

/** The proxies in front of the gateway that are believed about their clients; everybody else is taken for the client. */
public final class TrustedProxies {
    private final NetworkSet proxies;

    private TrustedProxies(NetworkSet proxies) {
        this.proxies = proxies;
    }

    /** None when the list is not one of networks, or trusts the whole world: then strangers would say where they come from. */
    public static Optional<TrustedProxies> of(List<String> networks) {
        boolean isWorld = networks.stream()
                .flatMap(text -> Network.parse(text.strip()).stream())
                .anyMatch(Network::isEverything);
        return Networks.read(networks).filter(set -> !isWorld).map(TrustedProxies::new);
    }

    public boolean trust(IpAddress peer) {
        return proxies.contains(peer);
    }

    /** The client, by what the peer says of it; both headers must agree. */
    public ClientAddress client(IpAddress peer, Optional<String> forwarded, Optional<String> forwardedFor) {
        if (!trust(peer)) {
            return ClientAddress.known(peer);
        }
        Optional<ClientAddress> one = forwarded.map(header -> nearest(peer, ForwardedHeader.hops(header)));
        Optional<ClientAddress> other = forwardedFor.map(header -> nearest(peer, Hop.listed(header)));
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
            throw new AddressRefused.Contradicting();
        }
        return one.or(() -> other).orElseGet(() -> ClientAddress.known(peer));
    }

    /** The first that is no trusted proxy, from this side: what stands beyond it, strangers may have written. */
    private ClientAddress nearest(IpAddress peer, List<String> hops) {
        IpAddress nearest = peer;
        for (int i = hops.size() - 1; i >= 0 && trust(nearest); i--) {
            Hop hop = Hop.parse(hops.get(i));
            if (hop.address().isEmpty()) {
                return new ClientAddress(nearest, true);
            }
            nearest = hop.address().get();
        }
        return ClientAddress.known(nearest);
    }
}
