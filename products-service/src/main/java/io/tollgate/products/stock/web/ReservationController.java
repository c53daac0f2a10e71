package io.tollgate.products.stock.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.Page;
import io.tollgate.products.stock.OpenReservation;
import io.tollgate.products.stock.OverdueReservations;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The reservations that wait for orders' decision, over HTTP. */
@RestController
class ReservationController {
    private final OverdueReservations reservations;

    ReservationController(OverdueReservations reservations) {
        this.reservations = reservations;
    }

    @GetMapping("/admin/v1/reservations")
    Mono<ResponseEntity<Page<ReservationResponse>>> list(
            @RequestParam Optional<Boolean> overdue, Cursor cursor, Caller caller, ServerWebExchange exchange) {
        Keepers.require(caller);
        Optional<OpenReservation> after = cursor.after().map(ReservationResponse::position);
        return reservations
                .list(overdue.orElse(false), cursor.fetch(), after)
                .collectList()
                .map(fetched -> Page.of(fetched, cursor, ReservationResponse::text))
                .map(page -> page.map(open -> ReservationResponse.of(open, reservations.isOverdue(open))))
                .map(page -> page.toResponse(exchange));
    }
}
