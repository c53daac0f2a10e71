package io.tollgate.orders.order;

/** Whose order it is: a user, through one API client; another client of the same user does not see it. */
public record Buyer(String userId, String clientId) {}
