package io.tollgate.gateway.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Many networks, as sorted ranges: a look into thousands of them is a dozen comparisons. */
final class NetworkSet {
    private final List<Network> networks;
    private final Ranges ipv4;
    private final Ranges ipv6;

    NetworkSet(List<Network> networks) {
        this.networks = List.copyOf(networks);
        this.ipv4 = Ranges.of(networks.stream().filter(Network::isIpv4).toList());
        this.ipv6 =
                Ranges.of(networks.stream().filter(network -> !network.isIpv4()).toList());
    }

    boolean isEmpty() {
        return networks.isEmpty();
    }

    boolean contains(IpAddress address) {
        return (address.isIpv4() ? ipv4 : ipv6).contains(address);
    }

    /** Ranges that do not touch, by their first addresses. */
    private record Ranges(IpAddress[] firsts, IpAddress[] lasts) {
        static Ranges of(List<Network> networks) {
            List<Network> apart = new ArrayList<>();
            networks.stream().sorted(Comparator.comparing(Network::first)).forEach(next -> join(apart, next));
            return new Ranges(
                    apart.stream().map(Network::first).toArray(IpAddress[]::new),
                    apart.stream().map(Network::last).toArray(IpAddress[]::new));
        }

        private static void join(List<Network> apart, Network next) {
            Network before = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (before == null || next.first().compareTo(before.last()) > 0) {
                apart.add(next);
            } else if (next.last().compareTo(before.last()) > 0) {
                apart.set(apart.size() - 1, new Network(before.first(), next.last()));
            }
        }

        boolean contains(IpAddress address) {
            int found = Arrays.binarySearch(firsts, address);
            int before = found >= 0 ? found : -found - 2;
            return before >= 0 && address.compareTo(lasts[before]) <= 0;
        }
    }
}
