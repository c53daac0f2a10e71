package io.tollgate.users.credential;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client may, as gateways need to know it.
 *
 * @param scopes what it may do now
 * @param ownScopes what it may do as far as its plan allows it
 * @param allow networks it may ask from; none is all
 * @param deny networks it may not ask from
 * @param timeZone where its days begin
 */
public record ClientTerms(
        String id,
        String name,
        String plan,
        PlanRate rate,
        Set<String> scopes,
        Set<String> ownScopes,
        List<String> allow,
        List<String> deny,
        String timeZone,
        Optional<String> ownerId,
        long version) {}
