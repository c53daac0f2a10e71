package io.tollgate.gateway.caller.web;

import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.caller.Credentials;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The headers that carry credentials; they never leave the gateway. */
final class CredentialHeaders {
    static final String API_KEY = "X-API-Key";
    static final String AZURE_API_KEY = "Ocp-Apim-Subscription-Key";

    private CredentialHeaders() {}

    static Credentials read(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        List<String> authorization = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (authorization.size() > 1) {
            throw new CallerRefused.ManyAuthorizations();
        }
        Optional<String> user = authorization.isEmpty() ? Optional.empty() : Optional.of(authorization.get(0));
        return new Credentials(apiKey(headers), user, ClientAddress.of(request.getAttributes()));
    }

    private static String apiKey(HttpHeaders headers) {
        List<String> keys = headers.getOrEmpty(API_KEY);
        List<String> azureKeys = headers.getOrEmpty(AZURE_API_KEY);
        if (keys.size() + azureKeys.size() > 1) {
            throw new CallerRefused.ManyKeys();
        }
        String key = azureKeys.isEmpty() ? first(keys) : azureKeys.get(0);
        if (key.isBlank()) {
            throw new CallerRefused.NoKey();
        }
        return key;
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }
}
