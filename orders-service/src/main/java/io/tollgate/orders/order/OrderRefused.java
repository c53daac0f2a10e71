package io.tollgate.orders.order;

/** An expected refusal: data for who answers the caller, no stack trace. */
public abstract sealed class OrderRefused extends RuntimeException
        permits OrderNotFound, UnknownProduct, PriceChanged, RepeatedProduct, MixedCurrencies, TotalTooLarge {
    OrderRefused(String message) {
        super(message, null, false, false);
    }
}
