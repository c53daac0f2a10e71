package io.tollgate.gateway.plan;

/**
 * How much a plan allows in a period of the calendar.
 *
 * @param name its name in the plan
 * @param unit what is counted
 * @param period how long, in the client's time zone
 * @param limit how much
 * @param mode whether it refuses
 */
public record Quota(String name, Unit unit, Period period, long limit, Mode mode) {
    public Quota {
        if (limit < 1) {
            throw new IllegalArgumentException("quota " + name + " needs a limit above zero");
        }
    }

    /** What is counted. */
    public enum Unit {
        CALLS,
        /** Bodies of requests and answers together. */
        BYTES
    }

    /** How long a quota lasts; a week begins on Monday. */
    public enum Period {
        DAY,
        WEEK,
        MONTH
    }
}
