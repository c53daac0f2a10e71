package io.tollgate.gateway.limit;

/** One token bucket for each name. */
public interface Buckets {
    /** Takes one token of the bucket with this name and rate, or says when there will be one. */
    Allowance take(String name, Rate rate);
}
