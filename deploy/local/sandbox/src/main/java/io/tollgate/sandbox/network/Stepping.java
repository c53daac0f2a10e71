package io.tollgate.sandbox.network;

import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Refused;
import io.tollgate.sandbox.network.Authorization.Status;
import io.tollgate.sandbox.operation.OperationBook;
import java.util.Locale;
import java.util.Optional;

/** Confirms, captures, voids or refunds an authorization: never against what it has become. */
final class Stepping {

    private static final String WRONG_CODE = "000000";

    private final OperationBook<Operation, Authorization> book;
    private final Operations operations;

    Stepping(OperationBook<Operation, Authorization> book, Operations operations) {
        this.book = book;
        this.operations = operations;
    }

    Answer answer(Call call) {
        String target = call.pathVariable(0) + "/" + call.pathVariable(1);
        return book.before(call, target)
                .orElseGet(() -> book.write(decided(call, target)))
                .answer();
    }

    private Operation decided(Call call, String target) {
        Authorization authorization =
                book.subject(call.pathVariable(0)).orElseThrow(() -> Refused.because(404, "unknown_authorization"));
        Step step = Step.at(call.pathVariable(1));
        Operations.Draft draft = operations.of(step.name().toLowerCase(Locale.ROOT), target, call);
        Optional<String> refusal = step.refusal(authorization);
        if (refusal.isPresent()) {
            return draft.refused(authorization, 409, refusal.get());
        }
        return switch (step) {
            case CONFIRM -> confirmed(draft, call, authorization);
            case CAPTURE -> captured(draft, authorization);
            case VOID -> voided(draft, authorization);
            case REFUND -> refunded(draft, call, authorization);
        };
    }

    private static Operation confirmed(Operations.Draft draft, Call call, Authorization authorization) {
        String code = call.requiredText("code");
        if (!code.matches("[0-9]{6}")) {
            throw Refused.because(400, "invalid_code");
        }
        return code.equals(WRONG_CODE)
                ? draft.refused(authorization.with(Status.DECLINED), 402, "confirmation_failed")
                : draft.done(authorization.with(Status.AUTHORIZED), Step.CONFIRM.done(), authorization.amount());
    }

    private static Operation captured(Operations.Draft draft, Authorization authorization) {
        return authorization.isPaidWith(MagicToken.CAPTURE_REFUSED)
                ? draft.refused(authorization, 402, "capture_refused")
                : draft.done(authorization.with(Status.CAPTURED), Step.CAPTURE.done(), authorization.amount());
    }

    private static Operation voided(Operations.Draft draft, Authorization authorization) {
        Authorization after = authorization.with(Status.VOIDED);
        return authorization.status() == Status.ACTION_REQUIRED
                ? draft.dropped(after, Step.VOID.done())
                : draft.done(after, Step.VOID.done(), authorization.amount());
    }

    private static Operation refunded(Operations.Draft draft, Call call, Authorization authorization) {
        long amount = Amounts.toRefund(call, authorization);
        if (authorization.isPaidWith(MagicToken.REFUND_REFUSED)) {
            return draft.refused(authorization, 402, "refund_refused");
        }
        return amount > authorization.refundable()
                ? draft.refused(authorization, 409, "refund_exceeds_capture")
                : draft.done(authorization.refunding(amount), Step.REFUND.done(), amount);
    }
}
