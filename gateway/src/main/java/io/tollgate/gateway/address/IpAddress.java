package io.tollgate.gateway.address;

import java.net.InetAddress;
import java.util.Optional;

/** An IP address, as 128 bits: IPv4 in its IPv4-mapped form, so that one machine has one name. */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
    private static final int IPV4_BYTES = 4;
    private static final long MAPPED = 0xffffL;

    /** What a connection says; the scope of a link-local address is no part of it. */
    public static IpAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == IPV4_BYTES
                ? ofIpv4(bits(bytes, 0, IPV4_BYTES))
                : new IpAddress(bits(bytes, 0, Long.BYTES), bits(bytes, Long.BYTES, Long.BYTES));
    }

    /** What is written; a name is never looked up, it is nothing. */
    public static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') < 0 ? IpText.ipv4(text) : IpText.ipv6(text);
    }

    static IpAddress ofIpv4(long bits) {
        return new IpAddress(0, MAPPED << Integer.SIZE | bits);
    }

    boolean isIpv4() {
        return high == 0 && low >>> Integer.SIZE == MAPPED;
    }

    @Override
    public int compareTo(IpAddress other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh == 0 ? Long.compareUnsigned(low, other.low) : byHigh;
    }

    /** {@code 203.0.113.9}, or {@code 2001:db8:0:0:0:0:0:1}. */
    @Override
    public String toString() {
        return isIpv4()
                ? (low >> 24 & 0xff) + "." + (low >> 16 & 0xff) + "." + (low >> 8 & 0xff) + "." + (low & 0xff)
                : groups(high) + ":" + groups(low);
    }

    static String groups(long half) {
        return Long.toHexString(half >>> 48) + ":" + Long.toHexString(half >>> 32 & MAPPED) + ":"
                + Long.toHexString(half >>> 16 & MAPPED) + ":" + Long.toHexString(half & MAPPED);
    }

    private static long bits(byte[] bytes, int from, int count) {
        long bits = 0;
        for (int i = from; i < from + count; i++) {
            bits = bits << Byte.SIZE | bytes[i] & 0xff;
        }
        return bits;
    }
}
