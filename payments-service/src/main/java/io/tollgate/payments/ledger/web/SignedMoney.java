package io.tollgate.payments.ledger.web;

import io.tollgate.values.Money;

/** An amount that may be less than zero. */
record SignedMoney(long amount, String currency) {
    static SignedMoney of(Money money) {
        return new SignedMoney(money.amount(), money.currency().getCurrencyCode());
    }
}
