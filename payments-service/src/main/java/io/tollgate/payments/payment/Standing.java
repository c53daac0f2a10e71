package io.tollgate.payments.payment;

import io.tollgate.values.Money;

/**
 * How much of a payment was given back, and how much is about to be, in minor units; both never above what was captured.
 *
 * @param refunding what the network was asked to give back, and has not answered for
 */
public record Standing(long refunded, long refunding) {
    static final Standing NOTHING = new Standing(0, 0);

    Standing asking(Money more) {
        return new Standing(refunded, Math.addExact(refunding, more.amount()));
    }

    Standing refused(Money asked) {
        return new Standing(refunded, refunding - asked.amount());
    }

    Standing given(Money asked) {
        return new Standing(refunded + asked.amount(), refunding - asked.amount());
    }

    Standing givenAll(Money total) {
        return new Standing(total.amount(), refunding);
    }

    /** What nobody has asked for yet. */
    long left(Money total) {
        return total.amount() - refunded - refunding;
    }
}
