package io.tollgate.payments.reconciliation.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.payments.reconciliation.AskForReconciliation;
import io.tollgate.payments.reconciliation.Reconciliations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The card network's file against the ledger, for those who check the books. */
@RestController
class ReconciliationController {
    private final AskForReconciliation ask;
    private final Reconciliations reconciliations;
    private final Idempotency idempotency;

    ReconciliationController(AskForReconciliation ask, Reconciliations reconciliations, Idempotency idempotency) {
        this.ask = ask;
        this.reconciliations = reconciliations;
        this.idempotency = idempotency;
    }

    /** A text: of a number or a list a date could be made, too. */
    record Request(@NotNull String date) {
        LocalDate day() {
            try {
                return LocalDate.parse(date);
            } catch (DateTimeParseException none) {
                throw Problem.of(ProblemTypes.VALIDATION_FAILED)
                        .error("/date", "date", "must be a day, as 2026-05-04")
                        .asRefusal();
            }
        }
    }

    @PostMapping("/admin/v1/reconciliations")
    Mono<ResponseEntity<byte[]>> ask(@Valid @RequestBody Request request, Caller caller, ServerWebExchange exchange) {
        requireReader(caller, "payments:write");
        LocalDate day = request.day();
        return idempotency.required(
                exchange, caller, request, () -> ask.handle(day).map(asked -> ResponseEntity.accepted()
                        .location(URI.create("/admin/v1/reconciliations/" + asked.day()))
                        .body(ReconciliationResponse.of(asked))));
    }

    @GetMapping("/admin/v1/reconciliations/{date:[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}}")
    Mono<ResponseEntity<ReconciliationResponse>> read(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date, Caller caller) {
        requireReader(caller, "payments:read");
        return reconciliations
                .find(date)
                .switchIfEmpty(Mono.error(() -> Problem.of(ProblemTypes.NOT_FOUND)
                        .detail("Nobody has asked for this day.")
                        .asRefusal()))
                .map(found -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(ReconciliationResponse.of(found)));
    }

    private static void requireReader(Caller caller, String scope) {
        caller.requireScope(scope);
        caller.requireUser();
        if (!caller.roles().contains("admin")) {
            caller.requireRole("support");
        }
    }
}
