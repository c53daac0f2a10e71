package io.tollgate.users.client.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.Page;
import io.tollgate.users.client.Client;
import io.tollgate.users.client.ClientFilter;
import io.tollgate.users.client.ClientList;
import io.tollgate.users.client.ReadClient;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** API clients read: all of them by administrators, their own by everybody else. */
@RestController
class ReadClientController {
    private final ClientList list;
    private final ReadClient read;

    ReadClientController(ClientList list, ReadClient read) {
        this.list = list;
        this.read = read;
    }

    @GetMapping("/admin/v1/clients")
    Mono<ResponseEntity<Page<ClientView>>> list(
            ClientQuery query, Cursor cursor, Caller caller, ServerWebExchange exchange) {
        ClientAccess.requireAdministrator(caller, ClientAccess.READ);
        return page(query.toFilter(), cursor, exchange);
    }

    @GetMapping("/v1/clients")
    Mono<ResponseEntity<Page<ClientView>>> own(Cursor cursor, Caller caller, ServerWebExchange exchange) {
        caller.requireScope(ClientAccess.READ);
        Optional<String> owner = Optional.of(caller.requireUser());
        return page(new ClientFilter(Optional.empty(), Optional.empty(), owner), cursor, exchange);
    }

    @GetMapping({"/admin/v1/clients/{clientId}", "/v1/clients/{clientId}"})
    Mono<ResponseEntity<ClientView>> read(@PathVariable String clientId, Caller caller, ServerWebExchange exchange) {
        return read.handle(ClientAccess.ref(clientId, caller, ClientAccess.READ, exchange))
                .map(ClientController::tagged);
    }

    private Mono<ResponseEntity<Page<ClientView>>> page(
            ClientFilter filter, Cursor cursor, ServerWebExchange exchange) {
        return list.list(filter, ClientQuery.position(cursor), cursor.fetch())
                .collectList()
                .map(clients ->
                        Page.of(clients, cursor, Client::id).map(ClientView::of).toResponse(exchange));
    }
}
