package io.tollgate.delivery;

import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Takes what is personal out of this service's messages, in the caller's transaction, and says how many went. A message
 * is a user's when its body names the user's id; the caller names the types that carry more than ids.
 */
public final class PersonalMessages {
    private static final String SENT =
            """
            DELETE FROM outbox WHERE position IN (SELECT position FROM outbox
                WHERE sent_at IS NOT NULL AND type IN (:types) AND body LIKE :naming)
            """;
    private static final String UNSENT =
            """
            DELETE FROM outbox WHERE sent_at IS NULL AND position IN (SELECT position FROM outbox
                WHERE sent_at IS NULL AND type IN (:types) AND body LIKE :naming)
            """;
    private static final String PARKED =
            """
            DELETE FROM parked_message WHERE position IN (SELECT position FROM parked_message
                WHERE type IN (:types) AND body LIKE :naming)
            """;

    private final DatabaseClient client;
    private final ErasedUsers erased;

    PersonalMessages(DatabaseClient client, ErasedUsers erased) {
        this.client = client;
        this.erased = erased;
    }

    /** All of them. */
    public Mono<Long> erase(String userId, Collection<String> types) {
        return eraseSent(userId, types)
                .flatMap(sent -> eraseWaiting(userId, types).map(waiting -> sent + waiting));
    }

    /** What was sent and is only kept for a while; what still waits is sent and handled first. */
    public Mono<Long> eraseSent(String userId, Collection<String> types) {
        return delete(SENT, userId, types);
    }

    /** What waits to be sent or to be handled here: nobody will hear it. What comes later and fails is not kept either. */
    public Mono<Long> eraseWaiting(String userId, Collection<String> types) {
        return erased.add(userId, types)
                .then(Mono.defer(() -> delete(UNSENT, userId, types)))
                .flatMap(unsent -> delete(PARKED, userId, types).map(parked -> unsent + parked));
    }

    private Mono<Long> delete(String sql, String userId, Collection<String> types) {
        return client.sql(sql)
                .bind("types", types)
                .bind("naming", "%\"" + userId + "\"%")
                .fetch()
                .rowsUpdated();
    }
}
