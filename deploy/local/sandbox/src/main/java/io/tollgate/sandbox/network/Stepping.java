package io.tollgate.sandbox.network;

import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Refused;
import java.util.Locale;
import java.util.Optional;

/** Captures, voids or refunds an authorization: once, and never against what it has become. */
final class Stepping {

    private final Book book;

    Stepping(Book book) {
        this.book = book;
    }

    Answer answer(Call call) {
        String key = call.idempotencyKey();
        String target = call.pathVariable(0) + "/" + call.pathVariable(1);
        Optional<Operation> known = book.operation(key);
        if (known.isPresent()) {
            return known.filter(operation -> operation.answers(target, call.body()))
                    .orElseThrow(() -> Refused.because(422, "idempotency_key_reused"))
                    .answer();
        }
        Authorization authorization = book.authorization(call.pathVariable(0))
                .orElseThrow(() -> Refused.because(404, "unknown_authorization"));
        return book.write(decided(key, target, call, authorization)).answer();
    }

    private static Operation decided(String key, String target, Call call, Authorization authorization) {
        Step step = Step.at(call.pathVariable(1));
        String name = step.name().toLowerCase(Locale.ROOT);
        Optional<String> refusal = step.refusal(authorization);
        if (refusal.isPresent()) {
            return new Operation(key, name, target, call.body(), authorization, 409, "refused", refusal.get());
        }
        if (step == Step.CAPTURE && refusesCapture(authorization)) {
            return new Operation(key, name, target, call.body(), authorization, 402, "refused", "capture_refused");
        }
        Authorization next = authorization.with(step.to());
        return new Operation(
                key, name, target, call.body(), next, 201, step.to().wire(), null);
    }

    private static boolean refusesCapture(Authorization authorization) {
        return MagicToken.of(authorization.token()).equals(Optional.of(MagicToken.CAPTURE_REFUSED));
    }
}
