package io.tollgate.users.erasure.messages;

import io.tollgate.delivery.PersonalMessages;
import io.tollgate.http.StoredAnswers;
import io.tollgate.users.erasure.PersonalRecords;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mails carry an address and a name, whether sent or still waiting; stored answers carry the profile. */
@Component
class ServiceRecords implements PersonalRecords {
    private static final Set<String> TYPES = Set.of("users.send-notification.v1");

    private final PersonalMessages messages;
    private final StoredAnswers answers;

    ServiceRecords(PersonalMessages messages, StoredAnswers answers) {
        this.messages = messages;
        this.answers = answers;
    }

    @Override
    public Mono<Long> erase(String userId) {
        return messages.eraseSent(userId, TYPES)
                .flatMap(sent -> messages.eraseWaiting(userId, TYPES).map(waiting -> sent + waiting))
                .flatMap(gone -> answers.eraseUser(userId).map(forgotten -> gone + forgotten));
    }
}
