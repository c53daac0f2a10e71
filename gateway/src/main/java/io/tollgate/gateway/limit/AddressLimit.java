package io.tollgate.gateway.limit;

import org.springframework.stereotype.Service;

/** How many credentials an address may try that nobody knows yet: known callers never notice it. */
@Service
public final class AddressLimit {
    private final Buckets buckets;
    private final Rate rate;

    public AddressLimit(Buckets buckets, LimitProperties properties) {
        this.buckets = buckets;
        this.rate = properties.addressRate();
    }

    /** Counts one try; throws when there were too many. */
    public void tryOnce(String address) {
        Allowance allowance = buckets.take("address " + address, rate);
        if (!allowance.admitted()) {
            throw new RateExceeded.OfAddress(allowance.untilNext());
        }
    }
}
