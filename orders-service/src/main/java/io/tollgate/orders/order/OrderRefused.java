package io.tollgate.orders.order;

/** An expected refusal: data for who answers the caller, no stack trace. */
public abstract sealed class OrderRefused extends RuntimeException
        permits AlreadyShipped,
                ExternalIdTaken,
                MixedCurrencies,
                NotShipped,
                OrderNotFound,
                OtherCurrency,
                OwnOrder,
                PriceChanged,
                RefundTooLarge,
                RepeatedProduct,
                RetiredProduct,
                TooManyStreams,
                TotalTooLarge,
                UnknownProduct,
                UserErased {
    OrderRefused(String message) {
        super(message, null, false, false);
    }
}
