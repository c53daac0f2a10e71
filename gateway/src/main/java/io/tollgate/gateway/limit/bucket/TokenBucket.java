package io.tollgate.gateway.limit.bucket;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketListener;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.MathType;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LockFreeBucket;
import io.tollgate.gateway.limit.Standing;
import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import java.util.List;

/** Tokens that come back evenly; bucket4j's lock-free bucket does the arithmetic. */
final class TokenBucket implements LocalCount {
    private final LockFreeBucket bucket;
    private volatile Limit limit;

    TokenBucket(Limit limit, TimeMeter time) {
        this.limit = limit;
        this.bucket = new LockFreeBucket(configuration(limit), MathType.INTEGER_64_BITS, time, BucketListener.NOPE);
    }

    @Override
    public Standing take(long cost) {
        return cost == 0 ? untouched() : standing(bucket.tryConsumeAndReturnRemaining(cost));
    }

    @Override
    public void giveBack(long cost, Standing taken) {
        add(cost);
    }

    @Override
    public Limit limit() {
        return limit;
    }

    @Override
    public LocalCount under(Limit changed) {
        if (changed.algorithm() != Algorithm.TOKEN_BUCKET) {
            return new SlidingWindow(changed, bucket.getTimeMeter()::currentTimeNanos);
        }
        limit = changed;
        bucket.replaceConfiguration(configuration(changed), TokensInheritanceStrategy.PROPORTIONALLY);
        return this;
    }

    /** As if everything had been taken so long ago. */
    TokenBucket usedUpSince(long nanos) {
        long back = Math.min(limit.fullAfter().toNanos(), Math.max(0, nanos));
        bucket.tryConsumeAsMuchAsPossible();
        add((long) Math.floor((double) limit.limit() * back / limit.window().toNanos()));
        return this;
    }

    private void add(long tokens) {
        if (tokens > 0) {
            bucket.addTokens(tokens);
        }
    }

    private Standing untouched() {
        long remaining = bucket.getAvailableTokens();
        long untilFull = bucket.estimateAbilityToConsume(limit.burst()).getNanosToWaitForRefill();
        return new Standing(Standing.Outcome.TAKEN, remaining, untilFull, 0);
    }

    private static Standing standing(ConsumptionProbe probe) {
        return new Standing(
                probe.isConsumed() ? Standing.Outcome.TAKEN : Standing.Outcome.REFUSED,
                probe.getRemainingTokens(),
                probe.getNanosToWaitForReset(),
                probe.getNanosToWaitForRefill());
    }

    private static BucketConfiguration configuration(Limit limit) {
        return new BucketConfiguration(List.of(Bandwidth.builder()
                .capacity(limit.burst())
                .refillGreedy(limit.limit(), limit.window())
                .build()));
    }
}
