package io.tollgate.gateway.caller;

import io.tollgate.gateway.address.AddressRules;
import io.tollgate.gateway.plan.Plan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The application that asks, named by its API key.
 *
 * @param id its id
 * @param keyId the id of the key
 * @param environment what the key is for
 * @param plan its plan as it was when the key was verified; {@link io.tollgate.gateway.plan.PlanBook} has it as it is
 * @param scopes what it may do, as far as its plan allows it
 * @param networks where its requests may come from
 * @param timeZone where its days begin
 * @param expiresAt when the key or the client ends
 * @param ownerId the user it belongs to
 * @param credentialVersion grows with each change of client or key
 */
public record ApiClient(
        String id,
        String keyId,
        KeyEnvironment environment,
        Plan plan,
        Set<String> scopes,
        AddressRules networks,
        ZoneId timeZone,
        Optional<Instant> expiresAt,
        Optional<String> ownerId,
        long credentialVersion)
        implements Verified {
    private static final String ATTRIBUTE = ApiClient.class.getName();

    public ApiClient {
        scopes = Set.copyOf(scopes);
    }

    /** Of a request whose key is known, whatever becomes of its user; null of any other. */
    public static ApiClient of(Map<String, Object> attributes) {
        return (ApiClient) attributes.get(ATTRIBUTE);
    }

    public void keep(Map<String, Object> attributes) {
        attributes.put(ATTRIBUTE, this);
    }

    public String planName() {
        return plan.name();
    }
}
