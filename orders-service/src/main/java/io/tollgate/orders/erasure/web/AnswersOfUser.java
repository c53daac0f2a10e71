package io.tollgate.orders.erasure.web;

import io.tollgate.http.StoredAnswers;
import io.tollgate.orders.erasure.PersonalData;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a user was answered under an Idempotency-Key. */
@Component
class AnswersOfUser implements PersonalData {
    private final StoredAnswers answers;

    AnswersOfUser(StoredAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Long> erase(String userId) {
        return answers.eraseUser(userId);
    }
}
