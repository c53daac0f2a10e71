package io.tollgate.users.usage;

/**
 * How a client stands with a quota.
 *
 * @param used by requests, or held by gateways
 * @param held by gateways, for requests to come
 */
public record QuotaStanding(QuotaTerms terms, Span span, long used, long held) {}
