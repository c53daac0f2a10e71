package io.tollgate.delivery;

import io.tollgate.database.VersionConflict;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whose messages, of which types, are not kept any more: what comes late and cannot be handled is dropped. */
final class ErasedUsers {
    private static final int AT_ONCE = 500;
    /** Whatever stands between two quotes, of values and around them: what is longer must not make it lose count. */
    private static final Pattern NAMED = Pattern.compile("(?<=\")[^\"\\\\]{1,40}(?=\")");

    private static final String ADD =
            """
            INSERT INTO erased_message (type, user_id) SELECT :type, :userId
            WHERE NOT EXISTS (SELECT 1 FROM erased_message WHERE type = :type AND user_id = :userId)
            """;
    private static final String NAMES =
            "SELECT COUNT(*) FROM erased_message WHERE type = :type AND user_id IN (:names)";

    private final DatabaseClient client;

    ErasedUsers(DatabaseClient client) {
        this.client = client;
    }

    /** Joins the caller's transaction; whoever adds the same at the same time runs again. */
    Mono<Void> add(String userId, Collection<String> types) {
        return Flux.fromIterable(types)
                .concatMap(type -> client.sql(ADD)
                        .bind("type", type)
                        .bind("userId", userId)
                        .then())
                .onErrorMap(DuplicateKeyException.class, taken -> new VersionConflict("erased user", userId, 0))
                .then();
    }

    /** Whether it names a user whose messages of this type are not kept. */
    Mono<Boolean> concerns(IncomingMessage message) {
        return Flux.fromIterable(named(message))
                .buffer(AT_ONCE)
                .concatMap(names -> Columns.count(
                        client.sql(NAMES).bind("type", message.type()).bind("names", names)))
                .any(found -> found > 0);
    }

    private static List<String> named(IncomingMessage message) {
        return NAMED.matcher(new String(message.body(), StandardCharsets.UTF_8))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
