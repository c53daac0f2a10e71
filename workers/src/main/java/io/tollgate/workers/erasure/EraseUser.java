package io.tollgate.workers.erasure;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A user is erased: his address goes from shipments, mails and messages at once; the search of the dead letters follows. */
@Service
public class EraseUser {
    private final PersonalRecords records;
    private final WaitingMessages messages;
    private final Erasures erasures;
    private final ErasureProperties properties;
    private final Clock clock;

    EraseUser(
            PersonalRecords records,
            WaitingMessages messages,
            Erasures erasures,
            ErasureProperties properties,
            Clock clock) {
        this.records = records;
        this.messages = messages;
        this.erasures = erasures;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(UserId userId, long version) {
        return records.erase(userId)
                .flatMap(rows -> messages.erase(userId).map(removed -> rows + removed))
                .flatMap(items ->
                        erasures.open(userId, version, items, clock.instant().plus(properties.grace())));
    }
}
