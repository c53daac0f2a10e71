package io.tollgate.workers.erasure;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A user is erased: his address goes from shipments, mails and messages, at once, and a receipt says so. */
@Service
public class EraseUser {
    private final PersonalRecords records;
    private final WaitingMessages messages;
    private final Receipts receipts;
    private final Clock clock;

    EraseUser(PersonalRecords records, WaitingMessages messages, Receipts receipts, Clock clock) {
        this.records = records;
        this.messages = messages;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(UserId userId, long version) {
        return records.erase(userId)
                .flatMap(rows -> messages.erase(userId).map(removed -> rows + removed))
                .flatMap(items -> receipts.publish(userId, version, items, clock.instant()));
    }
}
