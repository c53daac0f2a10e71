package io.tollgate.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    @Test
    void without_lists_requests_come_from_everywhere() {
        assertThat(AddressRules.of(List.of(), List.of()).admit(from("203.0.113.9")))
                .isTrue();
        assertThat(AddressRules.EVERYWHERE.admit(hidden("10.0.0.1"))).isTrue();
    }

    @Test
    void when_something_is_allowed_nothing_else_is() {
        AddressRules rules = AddressRules.of(List.of("203.0.113.0/24", "2001:db8::/32", "198.51.100.7"), List.of());

        assertThat(rules.admit(from("203.0.113.0"))).isTrue();
        assertThat(rules.admit(from("203.0.113.255"))).isTrue();
        assertThat(rules.admit(from("::ffff:203.0.113.9"))).isTrue();
        assertThat(rules.admit(from("198.51.100.7"))).isTrue();
        assertThat(rules.admit(from("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"))).isTrue();
        assertThat(rules.admit(from("203.0.112.255"))).isFalse();
        assertThat(rules.admit(from("203.0.114.0"))).isFalse();
        assertThat(rules.admit(from("198.51.100.8"))).isFalse();
        assertThat(rules.admit(from("2001:db9::"))).isFalse();
    }

    @Test
    void what_is_denied_is_denied_even_where_it_is_allowed() {
        AddressRules rules = AddressRules.of(List.of("203.0.113.0/24"), List.of("203.0.113.128/25"));

        assertThat(rules.admit(from("203.0.113.127"))).isTrue();
        assertThat(rules.admit(from("203.0.113.128"))).isFalse();
        assertThat(AddressRules.of(List.of("203.0.113.9"), List.of("0.0.0.0/0")).admit(from("203.0.113.9")))
                .isFalse();
    }

    @Test
    void all_of_ipv6_is_nothing_of_ipv4_and_the_other_way_round() {
        assertThat(AddressRules.of(List.of("::/0"), List.of()).admit(from("203.0.113.9")))
                .isFalse();
        assertThat(AddressRules.of(List.of("::/0"), List.of()).admit(from("2001:db8::1")))
                .isTrue();
        assertThat(AddressRules.of(List.of("0.0.0.0/0"), List.of()).admit(from("2001:db8::1")))
                .isFalse();
        assertThat(AddressRules.of(List.of(), List.of("::/0")).admit(from("203.0.113.9")))
                .isTrue();
    }

    @Test
    void whoever_hides_behind_a_proxy_is_not_known_to_be_allowed() {
        AddressRules rules = AddressRules.of(List.of("10.0.0.0/8"), List.of());

        assertThat(rules.admit(from("10.0.0.1"))).isTrue();
        assertThat(rules.admit(hidden("10.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "203.0.113.0/33",
                "203.0.113.0/-1",
                "203.0.113.0/",
                "203.0.113.0/08",
                "::/129",
                "/8",
                "1.2.3.4/8/8"
            })
    void a_list_that_cannot_be_read_admits_nobody(String network) {
        assertThat(Networks.areReadable(List.of(network))).isFalse();
        assertThat(AddressRules.of(List.of("203.0.113.0/24"), List.of(network)).admit(from("203.0.113.9")))
                .isFalse();
        assertThat(AddressRules.of(List.of(network), List.of()).admit(from("203.0.113.9")))
                .isFalse();
    }

    @Test
    void thousands_of_networks_decide_as_one_by_one() {
        Random random = new Random(11);
        List<String> texts = new ArrayList<>();
        IntStream.range(0, 4_000).forEach(i -> texts.add(ipv4(random) + "/" + (8 + random.nextInt(25))));
        IntStream.range(0, 1_000)
                .forEach(i -> texts.add(
                        "2001:db8:" + Integer.toHexString(random.nextInt(65_536)) + "::/" + (33 + random.nextInt(96))));
        List<String> few =
                texts.stream().filter(text -> !text.matches(".*/(8|9|10)")).toList();
        List<Network> networks =
                few.stream().map(text -> Network.parse(text).orElseThrow()).toList();
        AddressRules rules = AddressRules.of(few, List.of());
        int inside = 0;
        for (int i = 0; i < 2_000; i++) {
            IpAddress address = IpAddress.parse(ipv4(random)).orElseThrow();
            boolean within = networks.stream()
                    .anyMatch(network -> network.first().compareTo(address) <= 0
                            && network.last().compareTo(address) >= 0);
            inside += within ? 1 : 0;
            assertThat(rules.admit(ClientAddress.known(address)))
                    .as(address.toString())
                    .isEqualTo(within);
        }
        assertThat(inside).isBetween(100, 1_900);
    }

    @Test
    void neighbors_in_ipv6_are_counted_as_one() {
        assertThat(from("2001:db8:1:2:aaaa::1").neighborhood()).isEqualTo("2001:db8:1:2::/64");
        assertThat(from("2001:db8:1:2:bbbb::9").neighborhood()).isEqualTo("2001:db8:1:2::/64");
        assertThat(from("::ffff:203.0.113.9").neighborhood()).isEqualTo("203.0.113.9");
    }

    private static String ipv4(Random random) {
        return random.nextInt(224) + "." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    private static ClientAddress from(String address) {
        return ClientAddress.known(IpAddress.parse(address).orElseThrow());
    }

    private static ClientAddress hidden(String proxy) {
        return new ClientAddress(IpAddress.parse(proxy).orElseThrow(), true);
    }
}
