package io.tollgate.http.idempotency;

import io.tollgate.database.Conflicts;
import io.tollgate.database.Outages;
import io.tollgate.http.Problem;
import io.tollgate.http.Refusals;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Does the work and keeps its answer in one transaction, unless there is an answer already. */
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

    /** Work and answer are there together or not at all: whatever ends this halfway, a repetition finds both or begins anew. */
    Mono<Told> lookingFirst(Sent sent, Work work) {
        return unlessEnded(sent, done(sent, work))
                .onErrorResume(failure -> keepRefusal(sent, work, failure).switchIfEmpty(Mono.error(failure)));
    }

    /**
     * The same for who is hardly ever a repetition: whether this is one is only asked when the work failed or its answer
     * met another under the same key, and by then nothing of it is left.
     */
    Mono<Told> workingFirst(Sent sent, Work work) {
        return done(sent, work)
                .as(transaction::transactional)
                .onErrorResume(failure -> isRerun(failure)
                        ? lookingFirst(sent, work)
                        : keepRefusal(sent, work, failure)
                                .switchIfEmpty(Mono.defer(() -> unlessToldBefore(sent, failure))));
    }

    private Mono<Told> done(Sent sent, Work work) {
        return Mono.defer(work::run).flatMap(response -> keep(sent, work, response));
    }

    // What is not kept (no room for more work, an accident) does not hide what was answered before.
    private Mono<Told> unlessToldBefore(Sent sent, Throwable failure) {
        return Outages.isDatabaseAway(failure)
                ? Mono.error(failure)
                : records.find(sent).map(Told::again).switchIfEmpty(Mono.error(failure));
    }

    private Mono<Told> unlessEnded(Sent sent, Mono<Told> work) {
        return records.find(sent)
                .map(Told::again)
                .switchIfEmpty(work)
                .as(transaction::transactional)
                .retryWhen(reruns());
    }

    private Mono<Told> keep(Sent sent, Work work, ResponseEntity<?> response) {
        Answer answer = answers.of(response);
        IdempotencyRecord record = work.secretId()
                .apply(response.getBody())
                .map(secret -> IdempotencyRecord.ofSecret(sent, secret))
                .orElseGet(() -> IdempotencyRecord.of(sent, answer));
        return records.add(sent, record).thenReturn(Told.first(record, answer));
    }

    // The work is rolled back by now: its refusal is kept in a transaction of its own, if it is one that is kept.
    private Mono<Told> keepRefusal(Sent sent, Work work, Throwable failure) {
        return Mono.justOrEmpty(refusals.decided(failure).filter(Execution::isKept))
                .map(problem -> answers.of(work.exchange(), problem))
                .flatMap(answer -> keepRefusal(sent, answer));
    }

    private Mono<Told> keepRefusal(Sent sent, Answer answer) {
        IdempotencyRecord record = IdempotencyRecord.of(sent, answer);
        return unlessEnded(sent, Mono.defer(() -> records.add(sent, record)).thenReturn(Told.first(record, answer)));
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
                .filter(Execution::isRerun)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    private static boolean isRerun(Throwable failure) {
        return Conflicts.isConflict(failure) || failure instanceof UnexpectedRollbackException;
    }
}
