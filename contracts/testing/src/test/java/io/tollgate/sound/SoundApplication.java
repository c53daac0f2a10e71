package io.tollgate.sound;

import io.tollgate.delivery.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Wiring may touch what rooms touch. */
class SoundApplication {
    Mono<Void> announce(Outbox outbox, DatabaseClient database) {
        return database.sql("SELECT 1").then().then(outbox.add("up"));
    }
}
