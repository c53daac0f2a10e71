package io.tollgate.payments.payment.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.payments.payment.ConfirmPayment;
import io.tollgate.payments.payment.PaymentId;
import io.tollgate.payments.payment.Secret;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The customer's confirmation, over HTTP: taken here, and decided by the card network. */
@RestController
class ConfirmationController {
    private final ConfirmPayment confirm;
    private final Idempotency idempotency;

    ConfirmationController(ConfirmPayment confirm, Idempotency idempotency) {
        this.confirm = confirm;
        this.idempotency = idempotency;
    }

    @PostMapping("/v1/payments/{paymentId}/confirmation")
    Mono<ResponseEntity<byte[]>> confirm(
            @PathVariable String paymentId,
            @Valid @RequestBody ConfirmationRequest request,
            Caller caller,
            ServerWebExchange exchange) {
        caller.requireScope("payments:write");
        String user = caller.requireUser();
        return idempotency.required(exchange, caller, request, () -> confirm.handle(
                        new PaymentId(paymentId), new Secret(request.code()), user, caller.clientId())
                .map(payment -> ResponseEntity.accepted().body(PaymentResponse.of(payment))));
    }
}
