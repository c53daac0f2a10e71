package io.tollgate.sandbox.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Refused;
import io.tollgate.sandbox.operation.OperationBook;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Books a shipment, or refuses, as the street says. */
final class Booking {

    private static final String TARGET = "shipments";

    private final OperationBook<Operation, Shipment> book;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> failedOnce = new HashSet<>();

    Booking(OperationBook<Operation, Shipment> book) {
        this.book = book;
    }

    Answer answer(Call call) {
        MagicStreet street = street(call);
        Optional<Operation> known = book.before(call, TARGET);
        if (known.isPresent()) {
            return known.get().answer().after(street.hangsForEver() ? Answer.NEVER : Duration.ZERO);
        }
        if (street == MagicStreet.LOST_LANE && failedOnce.add(call.idempotencyKey())) {
            return Answer.refusal(504, "never_sent").after(Answer.NEVER);
        }
        if (street == MagicStreet.BROKEN_BRIDGE && failedOnce.add(call.idempotencyKey())) {
            return Answer.refusal(500, "try_again");
        }
        return book.write(decided(call, street)).answer().after(street.delay());
    }

    private static MagicStreet street(Call call) {
        JsonNode line1 = call.body().at("/recipient/line1");
        if (!line1.isTextual() || line1.textValue().isBlank()) {
            throw Refused.because(422, "address_incomplete");
        }
        return MagicStreet.of(line1.textValue());
    }

    private Operation decided(Call call, MagicStreet street) {
        String reference = call.requiredText("reference");
        String key = call.idempotencyKey();
        if (street == MagicStreet.REFUSED_ROAD) {
            return new Operation(key, "book", TARGET, call.body(), null, 422, "address_refused");
        }
        byte[] id = new byte[6];
        random.nextBytes(id);
        String number = "SP" + HexFormat.of().formatHex(id).toUpperCase(Locale.ROOT);
        Shipment shipment = new Shipment(
                "parcel_" + (book.count() + 1), reference, number, false, street == MagicStreet.DEPARTED_DRIVE);
        return new Operation(key, "book", TARGET, call.body(), shipment, 201, null);
    }
}
