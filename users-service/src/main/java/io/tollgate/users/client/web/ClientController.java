package io.tollgate.users.client.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.http.Idempotency;
import io.tollgate.http.MergePatch;
import io.tollgate.users.audit.Origin;
import io.tollgate.users.client.ChangeClient;
import io.tollgate.users.client.Client;
import io.tollgate.users.client.ClientRef;
import io.tollgate.users.client.CreateClient;
import io.tollgate.users.client.NewClient;
import io.tollgate.users.client.ReadClient;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** API clients made and changed by administrators. */
@RestController
@RequestMapping("/admin/v1/clients")
class ClientController {
    private final CreateClient create;
    private final ReadClient read;
    private final ChangeClient change;
    private final MergePatch patches;
    private final Idempotency idempotency;

    ClientController(
            CreateClient create, ReadClient read, ChangeClient change, MergePatch patches, Idempotency idempotency) {
        this.create = create;
        this.read = read;
        this.change = change;
        this.patches = patches;
        this.idempotency = idempotency;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> create(
            @Valid @RequestBody CreateClientRequest request, Caller caller, ServerWebExchange exchange) {
        ClientAccess.requireAdministrator(caller, ClientAccess.WRITE);
        return idempotency.onceWithSecret(
                exchange,
                caller,
                request,
                () -> create.handle(request.toCommand(), ClientAccess.origin(caller, exchange))
                        .map(ClientController::created),
                response -> response.key().orElseThrow().id());
    }

    @PatchMapping(
            path = "/{clientId}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<ClientView>> change(
            @PathVariable String clientId, @RequestBody JsonNode patch, Caller caller, ServerWebExchange exchange) {
        ClientAccess.requireAdministrator(caller, ClientAccess.WRITE);
        return read.handle(new ClientRef(clientId, Optional.empty()))
                .doOnNext(client -> ETags.requireMatch(exchange, client.version()))
                .flatMap(client -> changed(client, patch, ClientAccess.origin(caller, exchange)))
                .map(ClientController::tagged);
    }

    private Mono<Client> changed(Client seen, JsonNode patch, Origin origin) {
        ClientForm form = patches.apply(ClientForm.of(seen), patch, ClientForm.class);
        return change.handle(seen.id(), seen.version(), form.toDetails(), form.toStatus(), origin);
    }

    static ResponseEntity<ClientView> tagged(Client client) {
        return ResponseEntity.ok().eTag(ETags.of(client.version())).body(ClientView.of(client));
    }

    private static ResponseEntity<ClientView> created(NewClient made) {
        return ResponseEntity.created(
                        URI.create("/admin/v1/clients/" + made.client().id()))
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(made.client().version()))
                .body(ClientView.of(made));
    }
}
