package io.tollgate.gateway.caller.web;

import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.caller.Credentials;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        return new Credentials(apiKey(headers), authorization.stream().findFirst(), address(request));
    }

    private static String apiKey(HttpHeaders headers) {
        List<String> keys = Stream.of(API_KEY, AZURE_API_KEY)
                .flatMap(name -> headers.getOrEmpty(name).stream())
                .toList();
        if (keys.size() > 1) {
            throw new CallerRefused.ManyKeys();
        }
        return Optional.of(keys)
                .filter(given -> !given.isEmpty() && !given.get(0).isBlank())
                .orElseThrow(CallerRefused.NoKey::new)
                .get(0);
    }

    static String address(ServerHttpRequest request) {
        return ClientAddress.of(request.getAttributes()).neighborhood();
    }
}
