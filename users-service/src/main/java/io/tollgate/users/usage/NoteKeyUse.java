package io.tollgate.users.usage;

import io.tollgate.users.client.KeysUsed;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells clients when their keys were used last. */
@Service
public final class NoteKeyUse implements ReportReader {
    private final KeysUsed keys;

    public NoteKeyUse(KeysUsed keys) {
        this.keys = keys;
    }

    @Override
    public Mono<Void> read(UsageReport report) {
        Map<String, Instant> uses =
                report.keys().stream().collect(Collectors.toMap(KeyUsed::keyId, KeyUsed::usedAt, NoteKeyUse::later));
        return keys.handle(uses);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
