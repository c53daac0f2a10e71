package io.tollgate.http.idempotency;

import io.tollgate.database.Conflicts;
import io.tollgate.http.Problem;
import io.tollgate.http.Refusals;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Does the work and keeps its answer in one transaction; whoever cannot keep an answer lets go of the claim. */
final class Execution {
    // not the operation's decisions: another attempt with the same key may well be answered otherwise
    private static final Set<Integer> NEVER_KEPT = Set.of(401, 429);

    private final IdempotencyRecords records;
    private final Answers answers;
    private final Refusals refusals;
    private final TransactionalOperator transaction;

    Execution(IdempotencyRecords records, Answers answers, Refusals refusals, TransactionalOperator transaction) {
        this.records = records;
        this.answers = answers;
        this.refusals = refusals;
        this.transaction = transaction;
    }

    /** Without a key the operation's own transaction is all there is: what lost a row or a deadlock kept nothing and runs again. */
    Mono<ResponseEntity<byte[]>> unkeyed(Work work) {
        return Mono.defer(work::run).retryWhen(reruns()).map(answers::of).map(Answer::first);
    }

    /** A canceled request rolls back and lets go too, so that its repetition need not wait for the lease to end. */
    Mono<ResponseEntity<byte[]>> under(Claim claim, Work work) {
        return Mono.usingWhen(
                        Mono.just(claim),
                        held -> kept(held, work),
                        held -> Mono.empty(),
                        (held, failure) -> records.release(held),
                        records::release)
                .map(Answer::first);
    }

    private Mono<Answer> kept(Claim claim, Work work) {
        return Mono.defer(work::run)
                .flatMap(response -> keep(claim, work, response))
                .as(transaction::transactional)
                .retryWhen(reruns())
                .onErrorResume(failure -> keepRefusal(claim, work, failure));
    }

    private Mono<Answer> keep(Claim claim, Work work, ResponseEntity<?> response) {
        Answer answer = answers.of(response);
        return work.secretId()
                .apply(response.getBody())
                .map(secret -> records.completeShown(claim, secret))
                .orElseGet(() -> records.complete(claim, answer))
                .thenReturn(answer);
    }

    private Mono<Answer> keepRefusal(Claim claim, Work work, Throwable failure) {
        Optional<Problem> decided = refusals.decided(failure).filter(Execution::isKept);
        return Mono.justOrEmpty(decided)
                .map(problem -> answers.of(work.exchange(), problem))
                .flatMap(answer -> records.complete(claim, answer).thenReturn(answer))
                .switchIfEmpty(Mono.error(failure));
    }

    private static boolean isKept(Problem problem) {
        int status = problem.type().status();
        return status < 500 && !NEVER_KEPT.contains(status);
    }

    // The operation's own transaction joined this one: its conflict has doomed both, and only both together can run
    // again.
    private static Retry reruns() {
        return Retry.backoff(5, Duration.ofMillis(2))
                .maxBackoff(Duration.ofMillis(50))
                .jitter(1)
                .filter(failure -> Conflicts.isConflict(failure) || failure instanceof UnexpectedRollbackException)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }
}
