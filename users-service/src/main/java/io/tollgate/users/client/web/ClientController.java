package io.tollgate.users.client.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.users.client.CreateClient;
import io.tollgate.users.client.CreateClientCommand;
import io.tollgate.users.client.KeyEnvironment;
import io.tollgate.users.client.NewClient;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** API clients, for administrators. */
@RestController
@RequestMapping("/admin/v1/clients")
class ClientController {
    private final CreateClient create;
    private final Idempotency idempotency;

    ClientController(CreateClient create, Idempotency idempotency) {
        this.create = create;
        this.idempotency = idempotency;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> create(
            @Valid @RequestBody CreateClientRequest request, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("clients:write");
        caller.requireRole("admin");
        CreateClientCommand command =
                new CreateClientCommand(request.toDetails(), KeyEnvironment.LIVE, Optional.empty());
        return idempotency.onceWithSecret(
                exchange,
                caller,
                request,
                () -> create.handle(command).map(ClientController::created),
                response -> response.key().id());
    }

    private static ResponseEntity<ClientResponse> created(NewClient made) {
        return ResponseEntity.created(
                        URI.create("/admin/v1/clients/" + made.client().id()))
                .cacheControl(CacheControl.noStore())
                .body(ClientResponse.of(made));
    }
}
