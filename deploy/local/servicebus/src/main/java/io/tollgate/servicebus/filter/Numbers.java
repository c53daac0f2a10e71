package io.tollgate.servicebus.filter;

import java.math.BigDecimal;

/** Comparing numbers of different AMQP types. */
final class Numbers {

    private Numbers() {}

    /** Their order, or null when one of them is none on the line, such as not-a-number. */
    static Integer compare(Number left, Number right) {
        BigDecimal first = exact(left);
        BigDecimal second = exact(right);
        return first == null || second == null ? null : (Integer) first.compareTo(second);
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal exact) {
            return exact;
        }
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
