package io.tollgate.servicebus.amqp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.protonj2.types.Binary;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.UnsignedByte;
import org.apache.qpid.protonj2.types.UnsignedInteger;
import org.apache.qpid.protonj2.types.UnsignedLong;
import org.apache.qpid.protonj2.types.UnsignedShort;

/** The engine's AMQP types, turned into the message codec's. */
final class Values {

    private Values() {}

    /** A map with plain string keys. */
    static Map<String, Object> properties(Map<?, ?> map) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (map != null) {
            map.forEach((key, value) -> properties.put(key.toString(), value(value)));
        }
        return properties;
    }

    static Object value(Object value) {
        if (value instanceof Symbol symbol) {
            return org.apache.qpid.proton.amqp.Symbol.valueOf(symbol.toString());
        } else if (value instanceof UnsignedByte number) {
            return org.apache.qpid.proton.amqp.UnsignedByte.valueOf(number.byteValue());
        } else if (value instanceof UnsignedShort number) {
            return org.apache.qpid.proton.amqp.UnsignedShort.valueOf(number.shortValue());
        } else if (value instanceof UnsignedInteger number) {
            return org.apache.qpid.proton.amqp.UnsignedInteger.valueOf(number.intValue());
        } else if (value instanceof UnsignedLong number) {
            return org.apache.qpid.proton.amqp.UnsignedLong.valueOf(number.longValue());
        } else if (value instanceof Binary binary) {
            return new org.apache.qpid.proton.amqp.Binary(binary.asByteArray());
        }
        return value;
    }

    static byte[] bytes(org.apache.qpid.proton.amqp.Binary binary) {
        int from = binary.getArrayOffset();
        return Arrays.copyOfRange(binary.getArray(), from, from + binary.getLength());
    }

    /** The elements of a list or of an array of whatever kind. */
    static List<Object> list(Object array) {
        if (array instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        int length = java.lang.reflect.Array.getLength(array);
        List<Object> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(java.lang.reflect.Array.get(array, i));
        }
        return elements;
    }
}
