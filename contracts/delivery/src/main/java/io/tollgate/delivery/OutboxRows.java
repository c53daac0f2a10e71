package io.tollgate.delivery;

import io.tollgate.values.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Turns what is to be said into what can be sent. */
final class OutboxRows {
    private final Ids ids;
    private final Clock clock;
    private final MessageJson json;
    private final String source;

    OutboxRows(Ids ids, Clock clock, MessageJson json, String source) {
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.source = source;
    }

    OutboxRow of(OutgoingMessage message, WireTrace trace) {
        Instant now = clock.instant();
        return new OutboxRow(
                OutboxRow.UNPLACED,
                ids.uuid().toString(),
                source,
                message.destination(),
                message.type(),
                message.subject(),
                message.version(),
                message.sessionId(),
                message.timeToLive(),
                trace,
                Map.of(),
                json.write(message.data()),
                now,
                now);
    }
}
