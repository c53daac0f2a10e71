package io.tollgate.users.client.web;

import io.tollgate.http.Caller;
import io.tollgate.http.TraceId;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Origin;
import io.tollgate.users.client.ClientRef;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/** Who reaches which clients: administrators all of them at their paths, everybody else their own. */
final class ClientAccess {
    static final String READ = "clients:read";
    static final String WRITE = "clients:write";

    private ClientAccess() {}

    static void requireAdministrator(Caller caller, String scope) {
        caller.requireScope(scope);
        caller.requireRole("admin");
    }

    static ClientRef ref(String clientId, Caller caller, String scope, ServerWebExchange exchange) {
        if (exchange.getRequest().getPath().value().startsWith("/admin/")) {
            requireAdministrator(caller, scope);
            return new ClientRef(clientId, Optional.empty());
        }
        caller.requireScope(scope);
        return new ClientRef(clientId, Optional.of(caller.requireUser()));
    }

    static Origin origin(Caller caller, ServerWebExchange exchange) {
        return new Origin(new Actor(Optional.of(caller.clientId()), caller.userId()), TraceId.of(exchange));
    }
}
