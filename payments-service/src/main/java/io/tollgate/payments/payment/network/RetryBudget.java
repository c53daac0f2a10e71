package io.tollgate.payments.payment.network;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls may be tried again: each call pays in a part of a retry, each retry takes a whole one out. However many
 * fail, a network in trouble is called by a fixed part more often than it would be anyway.
 */
final class RetryBudget {
    private static final int ONE_RETRY = 100;

    private final int share;
    private final int most;
    private final AtomicInteger saved;

    /**
     * Begins full.
     *
     * @param percent how many retries a hundred calls may cost
     * @param reserve how many retries may be saved up at most
     */
    RetryBudget(int percent, int reserve) {
        this.share = percent;
        this.most = reserve * ONE_RETRY;
        this.saved = new AtomicInteger(most);
    }

    void payIn() {
        saved.accumulateAndGet(share, (balance, paid) -> Math.min(most, balance + paid));
    }

    boolean takeOut() {
        return saved.getAndUpdate(balance -> balance >= ONE_RETRY ? balance - ONE_RETRY : balance) >= ONE_RETRY;
    }
}
