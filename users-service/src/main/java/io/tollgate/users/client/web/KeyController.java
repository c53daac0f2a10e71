package io.tollgate.users.client.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.users.client.ChangeKeys;
import io.tollgate.users.client.ClientRef;
import io.tollgate.users.client.NewKey;
import io.tollgate.users.client.ReadClient;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The keys of a client: of any for administrators, of their own for everybody else. */
@RestController
@RequestMapping({"/admin/v1/clients/{clientId}/keys", "/v1/clients/{clientId}/keys"})
class KeyController {
    private final ReadClient read;
    private final ChangeKeys change;
    private final Idempotency idempotency;
    private final Clock clock;

    KeyController(ReadClient read, ChangeKeys change, Idempotency idempotency, Clock clock) {
        this.read = read;
        this.change = change;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GetMapping
    Mono<KeyView.All> list(@PathVariable String clientId, Caller caller, ServerWebExchange exchange) {
        return read.keys(ClientAccess.ref(clientId, caller, ClientAccess.READ, exchange))
                .map(key -> KeyView.of(key, clock.instant()))
                .collectList()
                .map(KeyView.All::new);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> create(
            @PathVariable String clientId,
            @Valid @RequestBody KeyRequests.Create request,
            Caller caller,
            ServerWebExchange exchange) {
        ClientRef ref = ClientAccess.ref(clientId, caller, ClientAccess.WRITE, exchange);
        return shownOnce(
                request,
                caller,
                exchange,
                () -> change.create(
                        ref, request.toEnvironment(), request.end(), ClientAccess.origin(caller, exchange)));
    }

    @PostMapping("/{keyId}/rotation")
    Mono<ResponseEntity<byte[]>> rotate(
            @PathVariable String clientId,
            @PathVariable String keyId,
            @Valid @RequestBody KeyRequests.Rotate request,
            Caller caller,
            ServerWebExchange exchange) {
        ClientRef ref = ClientAccess.ref(clientId, caller, ClientAccess.WRITE, exchange);
        return shownOnce(
                request,
                caller,
                exchange,
                () -> change.rotate(ref, keyId, request.toRotation(), ClientAccess.origin(caller, exchange)));
    }

    @DeleteMapping("/{keyId}")
    Mono<ResponseEntity<Void>> revoke(
            @PathVariable String clientId, @PathVariable String keyId, Caller caller, ServerWebExchange exchange) {
        ClientRef ref = ClientAccess.ref(clientId, caller, ClientAccess.WRITE, exchange);
        return change.revoke(ref, keyId, ClientAccess.origin(caller, exchange))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private Mono<ResponseEntity<byte[]>> shownOnce(
            Object request, Caller caller, ServerWebExchange exchange, Supplier<Mono<NewKey>> operation) {
        return idempotency.onceWithSecret(
                exchange, caller, request, () -> operation.get().map(made -> created(made, exchange)), KeyView::id);
    }

    private static ResponseEntity<KeyView> created(NewKey made, ServerWebExchange exchange) {
        String keys = exchange.getRequest().getPath().value().replaceFirst("/keys(/.*)?$", "/keys/");
        return ResponseEntity.created(URI.create(keys + made.key().id()))
                .cacheControl(CacheControl.noStore())
                .body(KeyView.of(made));
    }
}
