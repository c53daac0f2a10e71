package io.tollgate.payments.payment.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.NetworkAnswer;
import java.util.regex.Pattern;

/** The network refuses, and says why. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RefusalResponse(String code) {
    private static final Pattern KNOWN_FORM = Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*");
    private static final int LONGEST = 64;
    private static final String UNKNOWN_KEY = "unknown_key";
    // what is told to others has a form; the network's own words may have none
    private static final String UNNAMED = "refused";

    NetworkAnswer answer(Intent intent) {
        if (code == null || code.isBlank()) {
            throw new UnclearAnswer("it refused without a code");
        }
        // one refund of several may find that the others gave all back already
        if (Wire.of(intent.key().step()).isAlreadyDone(code)
                && intent.key().refund().isEmpty()
                && intent.authorization().isPresent()) {
            return new NetworkAnswer.Done(intent.authorization().get());
        }
        boolean readable = code.length() <= LONGEST && KNOWN_FORM.matcher(code).matches();
        return new NetworkAnswer.Refused(readable ? code : UNNAMED);
    }

    /** Only the network itself may say that it never saw a key: a wrong address answers 404, too. */
    NetworkAnswer answerToQuestion() {
        if (!UNKNOWN_KEY.equals(code)) {
            throw new UnclearAnswer("it answered 404 to a question, without saying that the key is unknown");
        }
        return new NetworkAnswer.NeverSeen();
    }
}
