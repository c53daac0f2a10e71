package io.tollgate.servicebus.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** Lock tokens travel as delivery tags in .NET's GUID byte order. */
public final class LockTokens {

    private LockTokens() {}

    public static byte[] tag(UUID token) {
        long high = token.getMostSignificantBits();
        ByteBuffer tag = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        tag.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        return tag.order(ByteOrder.BIG_ENDIAN)
                .putLong(token.getLeastSignificantBits())
                .array();
    }
}
