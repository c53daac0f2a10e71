package io.tollgate.users.usage;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a quota is used in one period.
 *
 * @param used by requests, or held by gateways
 * @param ceiling what it never exceeds: the limit, or what was used when the limit was lowered
 * @param told up to which percentage somebody was told
 */
public record QuotaCount(String id, long used, long ceiling, int told) {
    /** Near the limit a gateway gets a tenth of what is left: the others want some of it, too. */
    private static final long SHARES = 10;

    /** How many of the wanted counts there are for one gateway. */
    public long grantable(long wanted, long needed) {
        long left = ceiling - used;
        long share = (left + SHARES - 1) / SHARES;
        return Math.min(left, Math.max(needed, Math.min(wanted, share)));
    }

    /** With so many more used; told of what that reaches. */
    QuotaCount using(long more) {
        long sum = used + more;
        int reached = Stream.of(100, 80)
                .filter(percent -> sum >= threshold(percent))
                .findFirst()
                .orElse(0);
        return new QuotaCount(id, sum, ceiling, Math.max(told, reached));
    }

    /** The percentages that this count has reached and the one before had not. */
    List<Integer> stepsSince(QuotaCount before) {
        return Stream.of(80, 100)
                .filter(percent -> before.told < percent && told >= percent)
                .toList();
    }

    private long threshold(int percent) {
        return ceiling - ceiling / 100 * (100 - percent) - ceiling % 100 * (100 - percent) / 100;
    }
}
