package io.tollgate.workers.notification.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.workers.notification.Notification;
import io.tollgate.workers.notification.OrderId;
import io.tollgate.workers.notification.OrderStories;
import io.tollgate.workers.notification.OrderStory;
import io.tollgate.workers.notification.UserId;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stories in their tables. */
@Repository
class R2dbcOrderStories implements OrderStories {
    private static final String FIND =
            """
            SELECT s.order_id, s.version, s.user_id, n.id, n.template, n.reference, n.parameters,
                n.created_at
            FROM order_story s LEFT JOIN notification n ON n.order_id = s.order_id
            WHERE s.order_id = :orderId
            ORDER BY n.id
            """;
    private static final String INSERT =
            "INSERT INTO order_story (order_id, version, user_id) VALUES (:orderId, :version, :userId)";
    private static final String UPDATE =
            """
            UPDATE order_story SET version = :version, user_id = :userId
            WHERE order_id = :orderId AND version = :version - 1
            """;
    private static final String INSERT_NOTIFICATION =
            """
            INSERT INTO notification (id, order_id, template, reference, parameters, created_at)
            VALUES (:id, :orderId, :template, :reference, :parameters, :createdAt)
            """;

    private final DatabaseClient database;

    R2dbcOrderStories(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<OrderStory> find(OrderId orderId) {
        return database.sql(FIND)
                .bind("orderId", orderId.value())
                .map(StoryRow::read)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(StoryRow::together);
    }

    @Override
    public Mono<Void> keep(OrderStory story, List<Notification> added) {
        return (story.version() == 1 ? insert(story) : update(story))
                .thenMany(Flux.fromIterable(added))
                .concatMap(notification -> insert(story.orderId(), notification))
                .then();
    }

    private Mono<Void> insert(OrderStory story) {
        return bind(INSERT, story).then().onErrorMap(DuplicateKeyException.class, raced -> conflict(story));
    }

    private Mono<Void> update(OrderStory story) {
        return bind(UPDATE, story)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> conflict(story)))
                .then();
    }

    private Mono<Void> insert(OrderId orderId, Notification notification) {
        return database.sql(INSERT_NOTIFICATION)
                .bind("id", notification.id().value())
                .bind("orderId", orderId.value())
                .bind("template", notification.template().name())
                .bind("reference", notification.reference())
                .bind("parameters", ParameterText.write(notification.parameters()))
                .bind("createdAt", UtcDateTime.toColumn(notification.createdAt()))
                .then();
    }

    private GenericExecuteSpec bind(String sql, OrderStory story) {
        GenericExecuteSpec statement =
                database.sql(sql).bind("orderId", story.orderId().value()).bind("version", story.version());
        return story.userId()
                .map(UserId::value)
                .map(user -> statement.bind("userId", user))
                .orElseGet(() -> statement.bindNull("userId", String.class));
    }

    private static VersionConflict conflict(OrderStory story) {
        return new VersionConflict("order story", story.orderId().value(), story.version() - 1);
    }
}
