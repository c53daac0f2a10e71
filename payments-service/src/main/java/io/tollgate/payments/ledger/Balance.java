package io.tollgate.payments.ledger;

import io.tollgate.values.Money;

/** The sum of an account's entries in one currency; less than zero where it has given more than it got. */
public record Balance(Account account, Money sum) {}
