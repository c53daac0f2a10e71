package io.tollgate.payments.payment.web;

import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.payments.payment.FindPayment;
import io.tollgate.payments.payment.OrderId;
import io.tollgate.payments.payment.Payment;
import io.tollgate.payments.payment.PaymentId;
import io.tollgate.payments.payment.Refund;
import io.tollgate.payments.payment.Viewer;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Payments and their refunds, over HTTP. */
@RestController
class PaymentController {
    private final FindPayment find;

    PaymentController(FindPayment find) {
        this.find = find;
    }

    @GetMapping("/v1/orders/{orderId}/payment")
    Mono<ResponseEntity<PaymentResponse>> readOfOrder(@PathVariable String orderId, Caller caller) {
        return find.ofOrder(new OrderId(orderId), viewer(caller)).map(PaymentController::answer);
    }

    @GetMapping("/v1/payments/{paymentId}")
    Mono<ResponseEntity<PaymentResponse>> read(@PathVariable String paymentId, Caller caller) {
        return find.byId(new PaymentId(paymentId), viewer(caller)).map(PaymentController::answer);
    }

    @GetMapping("/v1/payments/{paymentId}/refunds")
    Mono<ResponseEntity<RefundsResponse>> refunds(@PathVariable String paymentId, Caller caller) {
        return find.refundsOf(new PaymentId(paymentId), viewer(caller)).map(PaymentController::answer);
    }

    private static Viewer viewer(Caller caller) {
        caller.requireScope("payments:read");
        boolean helps = caller.roles().contains("support") || caller.roles().contains("admin");
        return new Viewer(caller.requireUser(), caller.clientId(), helps);
    }

    private static ResponseEntity<PaymentResponse> answer(Payment payment) {
        return ResponseEntity.ok()
                .eTag(ETags.of(payment.version()))
                .cacheControl(CacheControl.noStore())
                .body(PaymentResponse.of(payment));
    }

    private static ResponseEntity<RefundsResponse> answer(List<Refund> refunds) {
        List<RefundResponse> items = refunds.stream().map(RefundResponse::of).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new RefundsResponse(items));
    }

    record RefundsResponse(List<RefundResponse> items) {}
}
