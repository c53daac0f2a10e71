package io.tollgate.payments.ledger;

import io.tollgate.values.Money;

/** Two entries that cannot be told apart from each other: what one account gets is what the other gives. */
public record Transfer(Account debit, Account credit, Money amount) {
    public Transfer {
        Money.positive(amount);
        if (debit == credit) {
            throw new IllegalArgumentException("an account cannot give to itself");
        }
    }
}
