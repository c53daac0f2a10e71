package io.tollgate.users.audit.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.Page;
import io.tollgate.users.audit.AuditEntry;
import io.tollgate.users.audit.AuditTrail;
import io.tollgate.users.audit.VerifyAudit;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What administrators did, for administrators. */
@RestController
@RequestMapping("/admin/v1/audit")
class AuditController {
    private static final int LONGEST_SUBJECT = 80;

    private final AuditTrail trail;
    private final VerifyAudit verify;

    AuditController(AuditTrail trail, VerifyAudit verify) {
        this.trail = trail;
        this.verify = verify;
    }

    @GetMapping
    Mono<ResponseEntity<Page<AuditEntryView>>> list(
            @RequestParam(required = false) String subject, Cursor cursor, Caller caller, ServerWebExchange exchange) {
        requireAdministrator(caller);
        return trail.list(Optional.ofNullable(subject).map(AuditController::notTooLong), before(cursor), cursor.fetch())
                .collectList()
                .map(entries -> Page.of(entries, cursor, AuditController::position)
                        .map(AuditEntryView::of)
                        .toResponse(exchange));
    }

    @GetMapping("/verification")
    Mono<VerificationView> verify(Caller caller) {
        requireAdministrator(caller);
        return verify.handle().map(VerificationView::of);
    }

    private static void requireAdministrator(Caller caller) {
        caller.requireScope("clients:read");
        caller.requireRole("admin");
    }

    private static String position(AuditEntry entry) {
        return Long.toString(entry.number());
    }

    private static long before(Cursor cursor) {
        return cursor.after().map(AuditController::number).orElse(Long.MAX_VALUE);
    }

    private static long number(String position) {
        if (!position.matches("[0-9]{1,18}")) {
            throw Cursor.invalid("after", "is not a cursor that this list gave");
        }
        return Long.parseLong(position);
    }

    private static String notTooLong(String subject) {
        if (subject.length() > LONGEST_SUBJECT) {
            throw Cursor.invalid("subject", "has at most " + LONGEST_SUBJECT + " characters");
        }
        return subject;
    }
}
