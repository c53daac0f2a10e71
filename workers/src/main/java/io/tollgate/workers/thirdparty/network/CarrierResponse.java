package io.tollgate.workers.thirdparty.network;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.workers.thirdparty.CarrierAnswer;
import io.tollgate.workers.thirdparty.Receipt;
import java.util.Set;
import java.util.regex.Pattern;

/** What the carrier says of a shipment, or of a key; a refusal has a code and nothing else. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CarrierResponse(
        @JsonAlias("shipmentId") String id, String carrier, String trackingNumber, String status, String code) {
    private static final Pattern KNOWN_FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 64;
    private static final String UNKNOWN_KEY = "unknown_key";
    private static final String ALREADY_CANCELED = "already_canceled";
    // these are about how we ask, and not about the parcel
    private static final Set<String> OUR_MISTAKES = Set.of("idempotency_key_reused", "malformed_request");
    // what is told to others has a form; the carrier's own words may have none
    private static final String UNNAMED = "refused";

    CarrierAnswer booked() {
        if (code != null) {
            return refused();
        }
        if (id == null || carrier == null || trackingNumber == null || status == null) {
            throw new UnclearAnswer("it booked without saying what");
        }
        return new CarrierAnswer.Booked(new Receipt(id, carrier, trackingNumber));
    }

    CarrierAnswer canceled() {
        if (ALREADY_CANCELED.equals(code) || code == null && "canceled".equals(status)) {
            return new CarrierAnswer.Canceled();
        }
        return refused();
    }

    CarrierAnswer refused() {
        if (code == null || code.isBlank() || OUR_MISTAKES.contains(code)) {
            throw new UnclearAnswer("it refused without a reason that is about the parcel");
        }
        String word = code.replace('_', '-');
        boolean readable = word.length() <= LONGEST && KNOWN_FORM.matcher(word).matches();
        return new CarrierAnswer.Refused(readable ? word : UNNAMED);
    }

    /** Only the carrier itself may say that it never saw a key: a wrong address answers 404, too. */
    CarrierAnswer neverSeen() {
        if (!UNKNOWN_KEY.equals(code)) {
            throw new UnclearAnswer("it answered 404 to a question, without saying that the key is unknown");
        }
        return new CarrierAnswer.NeverSeen();
    }
}
