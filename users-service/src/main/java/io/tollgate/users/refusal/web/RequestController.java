package io.tollgate.users.refusal.web;

import io.tollgate.http.Caller;
import io.tollgate.users.refusal.ReadRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Why a request was refused; every client may ask about its own, whatever else it may. */
@RestController
class RequestController {
    private final ReadRefusal read;

    RequestController(ReadRefusal read) {
        this.read = read;
    }

    @GetMapping("/v1/requests/{requestId}")
    Mono<RequestResponse> read(@PathVariable String requestId, Caller caller) {
        return read.handle(requestId, caller.clientId(), caller.userId()).map(RequestResponse::of);
    }
}
