package io.tollgate.servicebus.filter;

import java.math.BigDecimal;

/** Comparing numbers of different AMQP types. */
final class Numbers {

    private Numbers() {}

    static int compare(Number left, Number right) {
        return exact(left).compareTo(exact(right));
    }

    static BigDecimal exact(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }
}
