package io.tollgate.workers.erasure;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Nothing of the user lies on the bus any more: takes what came in between, and gives the receipt. */
@Service
class FinishErasure {
    private final PersonalRecords records;
    private final WaitingMessages messages;
    private final Erasures erasures;
    private final Receipts receipts;
    private final Clock clock;

    FinishErasure(
            PersonalRecords records, WaitingMessages messages, Erasures erasures, Receipts receipts, Clock clock) {
        this.records = records;
        this.messages = messages;
        this.erasures = erasures;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(Erasure erasure, long letters) {
        return erasures.complete(erasure, clock.instant())
                .filter(mine -> mine)
                .flatMap(mine -> late(erasure.userId()))
                .flatMap(late -> receipts.publish(
                        erasure.userId(), erasure.version(), erasure.items() + letters + late, clock.instant()));
    }

    private Mono<Long> late(UserId userId) {
        return records.erase(userId).flatMap(rows -> messages.erase(userId).map(removed -> rows + removed));
    }
}
