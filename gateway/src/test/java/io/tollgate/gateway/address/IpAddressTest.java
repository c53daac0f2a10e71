package io.tollgate.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    private static final String SIGNS = "0123456789abcF:.::..";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "a.b.c.d",
                "example.com",
                "",
                " ",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4 ",
                "0x7f.1",
                "2130706433",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8:9",
                "fe80::1%eth0",
                "::1%1",
                "12345::",
                "g::",
                "[::1]",
                "::1/64",
                "::1.2.3",
                "1.2.3.4::",
                "::256.1.1.1",
                ":1::2",
                "1::2:"
            })
    void what_is_no_address_is_nothing_and_no_name_is_looked_up(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:203.0.113.9", "::FFFF:cb00:7109", "0:0:0:0:0:ffff:203.0.113.9", "203.0.113.9"})
    void a_machine_has_one_name_however_its_address_is_written(String text) {
        assertThat(IpAddress.parse(text)).map(IpAddress::toString).contains("203.0.113.9");
    }

    @Test
    void a_written_address_is_that_of_the_connection() throws UnknownHostException {
        byte[] ipv6 = {0x20, 1, 0xd, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, 1};

        assertThat(IpAddress.parse("2001:db8::ff01")).contains(IpAddress.of(InetAddress.getByAddress(ipv6)));
        assertThat(IpAddress.parse("127.0.0.1")).contains(IpAddress.of(InetAddress.getLoopbackAddress()));
    }

    @Test
    void whatever_is_read_is_what_the_jdk_reads_and_the_rest_is_nothing_to_netty_either() {
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 300_000; i++) {
            String text = text(random);
            Optional<IpAddress> address = IpAddress.parse(text);
            if (address.isPresent()) {
                read++;
                assertThat(address.get()).as(text).isEqualTo(ofJdk(text));
            } else if (!text.contains("%")) {
                assertThat(text.matches("[0-9a-f:.F]*")
                                && NetUtil.isValidIpV4Address(text)
                                && !text.matches("(.*\\.)?0\\d.*"))
                        .as(text)
                        .isFalse();
                assertThat(NetUtil.isValidIpV6Address(text) && !text.contains("."))
                        .as(text)
                        .isFalse();
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static String text(Random random) {
        if (random.nextInt(4) == 0) {
            return random.nextInt(300) + "." + random.nextInt(300) + "." + random.nextInt(300) + "."
                    + random.nextInt(300);
        }
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    private static IpAddress ofJdk(String literal) {
        try {
            return IpAddress.of(InetAddress.getByName(literal));
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
