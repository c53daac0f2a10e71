package io.tollgate.gateway.caller.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.gateway.caller.ApiClient;
import io.tollgate.gateway.caller.KeyEnvironment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What users-service says of an API key; what the gateway does not need is ignored, what is not said has a default.
 *
 * @param scopes what its plan left of the client's scopes when it was asked
 * @param clientScopes all of them, to be compared with the plan as it is when they are used
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record VerifiedKey(
        String clientId,
        String keyId,
        String environment,
        KeyPlan plan,
        Set<String> scopes,
        Set<String> clientScopes,
        NetworkTerms networks,
        String timeZone,
        Instant expiresAt,
        String ownerId,
        long credentialVersion) {
    ApiClient client() {
        return new ApiClient(
                UsersService.required(clientId, "clientId"),
                keyId == null ? clientId : keyId,
                Words.of(KeyEnvironment.class, environment, KeyEnvironment.LIVE),
                UsersService.required(plan, "plan").plan(),
                UsersService.required(clientScopes == null ? scopes : clientScopes, "scopes"),
                NetworkTerms.read(networks),
                ZoneId.of(timeZone == null ? "UTC" : timeZone),
                Optional.ofNullable(expiresAt),
                Optional.ofNullable(ownerId),
                credentialVersion);
    }
}
