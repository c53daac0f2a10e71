package io.tollgate.payments.ledger;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.List;

/**
 * What one operation at the card network did to the accounts; balanced, because transfers are.
 *
 * @param operation its key at the network, under which the ledger knows it once
 * @param reference the payment
 */
public record Posting(String operation, Kind kind, String reference, List<Transfer> transfers, Instant at) {

    /** What an operation can be. */
    public enum Kind {
        AUTHORIZATION,
        CAPTURE,
        VOID,
        REFUND
    }

    /** An amount was set aside. */
    public static Posting held(String operation, String reference, Money amount, Instant at) {
        return new Posting(operation, Kind.AUTHORIZATION, reference, List.of(hold(amount)), at);
    }

    /** What was set aside was taken. */
    public static Posting captured(String operation, String reference, Money amount, Instant at) {
        Transfer taken = new Transfer(Account.CARD_NETWORK, Account.REVENUE, amount);
        return new Posting(operation, Kind.CAPTURE, reference, List.of(release(amount), taken), at);
    }

    /** What was set aside is the customer's again. */
    public static Posting released(String operation, String reference, Money amount, Instant at) {
        return new Posting(operation, Kind.VOID, reference, List.of(release(amount)), at);
    }

    /** What was taken, or a part of it, was given back. */
    public static Posting refunded(String operation, String reference, Money amount, Instant at) {
        Transfer back = new Transfer(Account.REFUNDS, Account.CARD_NETWORK, amount);
        return new Posting(operation, Kind.REFUND, reference, List.of(back), at);
    }

    private static Transfer hold(Money amount) {
        return new Transfer(Account.CARD_HOLDS, Account.ORDER_HOLDS, amount);
    }

    private static Transfer release(Money amount) {
        return new Transfer(Account.ORDER_HOLDS, Account.CARD_HOLDS, amount);
    }
}
