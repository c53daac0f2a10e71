package io.tollgate.workers.notification.store;

import static io.tollgate.workers.notification.NotificationFixtures.MIRA;
import static io.tollgate.workers.notification.NotificationFixtures.ORDER;
import static io.tollgate.workers.notification.NotificationFixtures.canceled;
import static io.tollgate.workers.notification.NotificationFixtures.id;
import static io.tollgate.workers.notification.NotificationFixtures.voided;

import io.tollgate.database.VersionConflict;
import io.tollgate.workers.StoreTest;
import io.tollgate.workers.Tables;
import io.tollgate.workers.notification.Notification;
import io.tollgate.workers.notification.OrderStories;
import io.tollgate.workers.notification.OrderStory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcOrderStoriesTest {
    private final OrderStory waiting = new OrderStory(ORDER, 1, Optional.empty(), List.of(voided(id(1))));
    private final OrderStory told =
            new OrderStory(ORDER, 2, Optional.of(MIRA), List.of(voided(id(1)), canceled(id(2))));
    private final OrderStories stories;
    private final DatabaseClient database;

    R2dbcOrderStoriesTest(@Autowired OrderStories stories, @Autowired DatabaseClient database) {
        this.stories = stories;
        this.database = database;
    }

    @BeforeEach
    void no_story() {
        Tables.empty(database);
    }

    @Test
    void a_story_is_read_as_it_was_kept() {
        kept(waiting, voided(id(1)));
        stories.find(ORDER).as(StepVerifier::create).expectNext(waiting).verifyComplete();

        kept(told, canceled(id(2)));
        stories.find(ORDER).as(StepVerifier::create).expectNext(told).verifyComplete();
    }

    @Test
    void an_order_that_nothing_was_heard_of_is_empty() {
        stories.find(ORDER).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void whoever_comes_second_with_a_version_has_lost() {
        kept(waiting, voided(id(1)));

        stories.keep(waiting, List.of()).as(StepVerifier::create).verifyError(VersionConflict.class);
        kept(told, canceled(id(2)));
        stories.keep(told, List.of()).as(StepVerifier::create).verifyError(VersionConflict.class);
    }

    @Test
    void the_table_itself_keeps_a_template_once_per_order() {
        kept(waiting, voided(id(1)));

        stories.keep(told, List.of(voided(id(3)))).as(StepVerifier::create).verifyError(DuplicateKeyException.class);
    }

    private void kept(OrderStory story, Notification added) {
        stories.keep(story, List.of(added)).as(StepVerifier::create).verifyComplete();
    }
}
