package io.tollgate.payments.payment.web;

import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.payments.payment.FindPayment;
import io.tollgate.payments.payment.OrderId;
import io.tollgate.payments.payment.Payment;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The payment of an order, over HTTP. */
@RestController
class PaymentController {
    private final FindPayment find;

    PaymentController(FindPayment find) {
        this.find = find;
    }

    @GetMapping("/v1/orders/{orderId}/payment")
    Mono<ResponseEntity<PaymentResponse>> read(@PathVariable String orderId, Caller caller) {
        caller.requireScope("payments:read");
        return find.handle(new OrderId(orderId), caller.requireUser(), caller.clientId())
                .map(PaymentController::answer);
    }

    private static ResponseEntity<PaymentResponse> answer(Payment payment) {
        return ResponseEntity.ok()
                .eTag(ETags.of(payment.version()))
                .cacheControl(CacheControl.noStore())
                .body(PaymentResponse.of(payment));
    }
}
