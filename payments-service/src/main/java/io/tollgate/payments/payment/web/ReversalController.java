package io.tollgate.payments.payment.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.payments.payment.PaymentId;
import io.tollgate.payments.payment.ReverseByHand;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** For administrators: a payment whose reversal the card network refused was reversed there by hand. */
@RestController
class ReversalController {
    private final ReverseByHand reverse;
    private final Idempotency idempotency;

    ReversalController(ReverseByHand reverse, Idempotency idempotency) {
        this.reverse = reverse;
        this.idempotency = idempotency;
    }

    /** A number and no words: nobody's name is kept with it. */
    record Request(
            @NotNull
                    @Pattern(
                            regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{0,63}",
                            message = "must be up to 64 letters, digits and . _ / -")
                    String caseNumber) {}

    @PostMapping("/admin/v1/payments/{stuckPaymentId}/reversal")
    Mono<ResponseEntity<byte[]>> reverse(
            @PathVariable String stuckPaymentId,
            @Valid @RequestBody Request request,
            Caller caller,
            ServerWebExchange exchange) {
        caller.requireScope("payments:write");
        String actor = caller.requireUser();
        caller.requireRole("admin");
        return idempotency.required(exchange, caller, request, () -> reverse.handle(
                        new PaymentId(stuckPaymentId), actor, request.caseNumber())
                .map(payment -> ResponseEntity.ok().body(PaymentResponse.of(payment))));
    }
}
