package io.tollgate.delivery;

import java.util.Objects;

record Deposit(String account, long amount) {
    static final String TYPE = "bank.money-deposited.v1";

    Deposit {
        Objects.requireNonNull(account);
    }
}
