package io.tollgate.users.client.web;

import io.tollgate.users.client.NewClient;
import java.util.List;

/** A client just made; the only answer there will ever be with the key's secret. */
record ClientResponse(String id, String name, String plan, List<String> scopes, KeyView key) {
    record KeyView(String id, String prefix, String secret) {
        @Override
        public String toString() {
            return "KeyView[" + id + "]";
        }
    }

    static ClientResponse of(NewClient made) {
        return new ClientResponse(
                made.client().id(),
                made.client().details().name(),
                made.client().details().plan(),
                made.client().details().scopes().stream().sorted().toList(),
                new KeyView(
                        made.key().key().id(),
                        made.key().key().prefix(),
                        made.key().secret().value()));
    }
}
