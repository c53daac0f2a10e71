package io.tollgate.sandbox.network;

import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Refused;
import io.tollgate.sandbox.network.Authorization.Status;
import io.tollgate.sandbox.operation.OperationBook;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Sets an amount aside on a card, or refuses, as the token says. */
final class Authorizing {

    private static final String TARGET = "authorizations";

    private final OperationBook<Operation, Authorization> book;
    private final Operations operations;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> failedOnce = new HashSet<>();

    Authorizing(OperationBook<Operation, Authorization> book, Operations operations) {
        this.book = book;
        this.operations = operations;
    }

    Answer answer(Call call) {
        MagicToken token = token(call);
        Optional<Operation> known = book.before(call, TARGET);
        if (known.isPresent()) {
            return known.get().answer().after(token.delay());
        }
        if (token == MagicToken.ERROR_ONCE && failedOnce.add(call.idempotencyKey())) {
            return Answer.refusal(500, "try_again");
        }
        if (token == MagicToken.TIMEOUT) {
            return Answer.refusal(504, "never_sent").after(Answer.NEVER);
        }
        return book.write(decided(call, token)).answer().after(token.delay());
    }

    private static MagicToken token(Call call) {
        return MagicToken.of(call.requiredText("token")).orElseThrow(() -> Refused.because(402, "invalid_token"));
    }

    private Operation decided(Call call, MagicToken token) {
        Operations.Draft draft = operations.of("authorize", TARGET, call);
        if (token.declineCode().isPresent()) {
            return draft.refused(null, 402, token.declineCode().get());
        }
        Authorization asked = authorization(call);
        return token == MagicToken.CONFIRMED
                ? draft.actionRequired(asked.with(Status.ACTION_REQUIRED), actionUrl(call, asked))
                : draft.done(asked, "authorized", asked.amount());
    }

    private static String actionUrl(Call call, Authorization asked) {
        return "http://" + call.header("host").orElse("localhost") + "/network/v1/challenges/" + asked.id();
    }

    private Authorization authorization(Call call) {
        byte[] id = new byte[12];
        random.nextBytes(id);
        return new Authorization(
                "auth_" + HexFormat.of().formatHex(id),
                call.requiredText("reference"),
                Amounts.required(call),
                call.requiredText("currency"),
                call.requiredText("token"),
                Status.AUTHORIZED,
                0);
    }
}
