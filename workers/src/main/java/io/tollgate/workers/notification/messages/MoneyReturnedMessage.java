package io.tollgate.workers.notification.messages;

import static java.util.Objects.requireNonNull;

import io.tollgate.workers.notification.News;
import io.tollgate.workers.notification.OrderId;
import io.tollgate.workers.notification.Template;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * What workers reads of payments.payment-voided.v1 and payments.payment-refunded.v1: whose order's money it was.
 *
 * @param refundId only where the refund was asked for after shipping
 */
record MoneyReturnedMessage(String orderId, Optional<String> refundId, Amount amount) {
    static final String VOIDED = "payments.payment-voided.v1";
    static final String REFUNDED = "payments.payment-refunded.v1";
    private static final String VOID = "void";

    MoneyReturnedMessage {
        requireNonNull(orderId, "orderId");
        requireNonNull(amount, "amount");
    }

    /** In minor units. */
    record Amount(long amount, String currency) {
        Amount {
            requireNonNull(currency, "currency");
        }

        String written() {
            int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            return BigDecimal.valueOf(amount, digits).toPlainString() + " " + currency;
        }
    }

    News refunded() {
        return news(refundId.orElse(""), "paid-back");
    }

    News voided() {
        return news(VOID, "released");
    }

    private News news(String reference, String outcome) {
        return News.ofPayment(new OrderId(orderId), Template.REFUND_PAID, reference)
                .saying(Map.of("amount", amount.written(), "outcome", outcome));
    }
}
