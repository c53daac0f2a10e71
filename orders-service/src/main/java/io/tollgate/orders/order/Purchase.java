package io.tollgate.orders.order;

import io.tollgate.values.CurrencyMismatch;
import io.tollgate.values.Money;
import java.util.List;
import java.util.Optional;

/**
 * What was ordered; nothing of it ever changes, but the address goes when its user is erased.
 *
 * @param externalId the partner's own name of the order, if it gave one
 */
public record Purchase(
        List<OrderLine> lines, Money total, Optional<ShippingAddress> shippingAddress, Optional<String> externalId) {
    /** Above this a JSON number is no longer exact in every language, and the facts' schemas end. */
    private static final long MOST = (1L << 53) - 1;

    public Purchase {
        lines = List.copyOf(lines);
    }

    static Purchase of(List<OrderLine> lines, ShippingAddress address, Optional<String> externalId) {
        return new Purchase(lines, total(lines), Optional.of(address), externalId);
    }

    private static Money total(List<OrderLine> lines) {
        try {
            Money total =
                    lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
            if (total.amount() <= MOST) {
                return total;
            }
        } catch (CurrencyMismatch mixed) {
            throw new MixedCurrencies();
        } catch (ArithmeticException overflow) {
            throw new TotalTooLarge();
        }
        throw new TotalTooLarge();
    }
}
