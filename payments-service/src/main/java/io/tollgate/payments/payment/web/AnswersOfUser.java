package io.tollgate.payments.payment.web;

import io.tollgate.http.StoredAnswers;
import io.tollgate.payments.payment.PersonalData;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was answered to a user under an Idempotency-Key. */
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
