package io.tollgate.users.audit;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whether the administrators' audit is as it was written, from the first entry to the last. */
@Service
public class VerifyAudit {
    private final AuditTrail trail;

    public VerifyAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** What is added meanwhile is not looked at. */
    public Mono<Verification> handle() {
        return trail.head().flatMap(head -> trail.upTo(head.number())
                .reduce(Verification.START, Verification::with)
                .map(seen -> seen.upTo(head)));
    }
}
