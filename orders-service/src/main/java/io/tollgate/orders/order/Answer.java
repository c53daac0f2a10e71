package io.tollgate.orders.order;

/**
 * What another service says about an order.
 *
 * @param version of the reservation, payment or shipment: what is not newer than what was heard of it is no news
 */
public record Answer(Publisher publisher, long version, Happening happening) {}
