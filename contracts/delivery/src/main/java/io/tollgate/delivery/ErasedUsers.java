package io.tollgate.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whose messages, of which types, are not kept any more: what comes late and cannot be handled is dropped. */
final class ErasedUsers {
    private static final int AT_ONCE = 500;
    private static final Pattern NAMED = Pattern.compile("\"([^\"\\\\]{1,40})\"");
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

    /** Joins the caller's transaction. */
    Mono<Void> add(String userId, Collection<String> types) {
        return Flux.fromIterable(types)
                .concatMap(type -> client.sql(ADD)
                        .bind("type", type)
                        .bind("userId", userId)
                        .then())
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
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .distinct()
                .toList();
    }
}
