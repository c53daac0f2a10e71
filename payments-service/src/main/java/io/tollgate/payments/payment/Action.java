package io.tollgate.payments.payment;

import java.time.Instant;

/** What the customer has to do before the network authorizes: get a code at the address, and send it in time. */
public record Action(String url, Instant expiresAt) {}
