package io.tollgate.orders.order;

import io.tollgate.values.CurrencyMismatch;
import io.tollgate.values.Money;
import java.util.List;

/** Priced lines and the token they are paid with: what an order is made of. */
record Basket(List<OrderLine> lines, Money total, PaymentToken paymentToken) {
    /** Above this a JSON number is no longer exact in every language, and the facts' schemas end. */
    private static final long MOST = (1L << 53) - 1;

    static Basket of(List<OrderLine> lines, PaymentToken paymentToken) {
        try {
            Money total =
                    lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
            if (total.amount() <= MOST) {
                return new Basket(lines, total, paymentToken);
            }
        } catch (CurrencyMismatch mixed) {
            throw new MixedCurrencies();
        } catch (ArithmeticException overflow) {
            throw new TotalTooLarge();
        }
        throw new TotalTooLarge();
    }
}
