package io.tollgate.users.usage;

/** What a gateway is told that wanted counts: {@code granted} may be none. */
public record GrantedLease(Lease lease, QuotaTerms terms, long used, Span span) {}
