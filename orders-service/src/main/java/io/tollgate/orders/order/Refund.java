package io.tollgate.orders.order;

import io.tollgate.values.Money;
import java.util.Optional;

/** Money that goes back for a shipped order, and why in the words of who asked. */
public record Refund(String id, Money amount, Optional<String> reason) {
    @Override
    public String toString() {
        return id + ' ' + amount;
    }
}
