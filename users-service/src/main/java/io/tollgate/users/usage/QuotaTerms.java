package io.tollgate.users.usage;

/** How much of something a plan allows in a period of the client's calendar. */
public record QuotaTerms(String name, QuotaUnit unit, QuotaPeriod period, long limit) {}
