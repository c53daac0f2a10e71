package io.tollgate.payments.payment.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.payments.payment.Action;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.NetworkAnswer;
import java.time.Instant;

/** The network took the step. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TakenResponse(String id, String status, String actionUrl) {
    private static final int LONGEST_URL = 2000;

    boolean isActionRequired() {
        return "action_required".equals(status);
    }

    NetworkAnswer answerWithAction(Instant expiry) {
        if (id == null || id.isBlank() || !isActionRequired() || !isAddress(actionUrl)) {
            throw new UnclearAnswer("it wants an action without saying which");
        }
        return new NetworkAnswer.ActionRequired(id, new Action(actionUrl, expiry));
    }

    private static boolean isAddress(String url) {
        return url != null && url.length() <= LONGEST_URL && url.matches("https?://[^\\s]+");
    }

    NetworkAnswer answer(Intent intent) {
        if (id == null || id.isBlank() || !Wire.of(intent.key().step()).isDone(status)) {
            throw new UnclearAnswer("it created something else than what was asked for");
        }
        return new NetworkAnswer.Done(intent.authorization().orElse(id));
    }
}
