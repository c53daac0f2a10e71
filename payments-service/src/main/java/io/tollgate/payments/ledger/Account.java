package io.tollgate.payments.ledger;

import java.util.Arrays;
import java.util.Optional;

/** The chart of accounts. */
public enum Account {
    /** Set aside on customers' cards, not ours yet; a memorandum. */
    CARD_HOLDS("card-holds"),
    /** The orders that it is set aside for: the other side of the memorandum. */
    ORDER_HOLDS("order-holds"),
    /** What the card network owes us. */
    CARD_NETWORK("card-network-receivable"),
    /** What customers paid. */
    REVENUE("revenue"),
    /** What customers got back. */
    REFUNDS("refunds");

    private final String wire;

    Account(String wire) {
        this.wire = wire;
    }

    public static Optional<Account> named(String name) {
        return Arrays.stream(values())
                .filter(account -> account.wire.equals(name))
                .findFirst();
    }

    /** As it is called everywhere outside of this program. */
    public String wire() {
        return wire;
    }
}
