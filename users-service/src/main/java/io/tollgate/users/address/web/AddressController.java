package io.tollgate.users.address.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.http.Idempotency;
import io.tollgate.http.MergePatch;
import io.tollgate.users.address.AddAddress;
import io.tollgate.users.address.Address;
import io.tollgate.users.address.AddressRefused;
import io.tollgate.users.address.Addresses;
import io.tollgate.users.address.ChangeAddress;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The own addresses over HTTP. */
@RestController
@RequestMapping("/v1/users/me/addresses")
class AddressController {
    private final Addresses addresses;
    private final AddAddress add;
    private final ChangeAddress change;
    private final MergePatch patches;
    private final Idempotency idempotency;

    AddressController(
            Addresses addresses, AddAddress add, ChangeAddress change, MergePatch patches, Idempotency idempotency) {
        this.addresses = addresses;
        this.add = add;
        this.change = change;
        this.patches = patches;
        this.idempotency = idempotency;
    }

    @GetMapping
    Mono<AddressResponse.All> list(Caller caller) {
        caller.requireScope("users:read");
        return addresses
                .of(caller.requireUser())
                .map(AddressResponse::of)
                .collectList()
                .map(AddressResponse.All::new);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> add(@Valid @RequestBody AddressForm form, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("users:write");
        String user = caller.requireUser();
        return idempotency.once(exchange, caller, form, () -> add.handle(user, form.toPlace(), form.wantsDefault())
                .map(AddressController::created));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<AddressResponse>> read(@PathVariable String id, Caller caller) {
        caller.requireScope("users:read");
        return own(id, caller).map(AddressController::tagged);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<AddressResponse>> change(
            @PathVariable String id, @RequestBody JsonNode patch, Caller caller, ServerWebExchange exchange) {
        return seen(id, caller, exchange)
                .flatMap(address -> changed(address, patch))
                .map(AddressController::tagged);
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> remove(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return seen(id, caller, exchange)
                .flatMap(change::remove)
                .thenReturn(ResponseEntity.noContent().build());
    }

    private Mono<Address> changed(Address seen, JsonNode patch) {
        AddressForm form = patches.apply(AddressForm.of(seen), patch, AddressForm.class);
        return change.change(seen, form.toPlace(), form.wantsDefault());
    }

    private Mono<Address> seen(String id, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("users:write");
        caller.requireUser();
        return own(id, caller).doOnNext(address -> ETags.requireMatch(exchange, address.version()));
    }

    private Mono<Address> own(String id, Caller caller) {
        return addresses.find(caller.requireUser(), id).switchIfEmpty(Mono.error(AddressRefused.NotFound::new));
    }

    private static ResponseEntity<AddressResponse> created(Address address) {
        return ResponseEntity.created(URI.create("/v1/users/me/addresses/" + address.id()))
                .eTag(ETags.of(address.version()))
                .body(AddressResponse.of(address));
    }

    private static ResponseEntity<AddressResponse> tagged(Address address) {
        return ResponseEntity.ok().eTag(ETags.of(address.version())).body(AddressResponse.of(address));
    }
}
