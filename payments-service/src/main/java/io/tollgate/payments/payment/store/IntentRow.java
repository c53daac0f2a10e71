package io.tollgate.payments.payment.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.Intents;
import io.tollgate.payments.payment.OrderDecision;
import io.tollgate.payments.payment.PaymentId;
import io.tollgate.payments.payment.RefundId;
import io.tollgate.payments.payment.Secret;
import io.tollgate.payments.payment.Step;
import java.time.LocalDateTime;
import java.util.Optional;

/** An intent as its table keeps it, beside the payment it is of. */
final class IntentRow {
    private IntentRow() {}

    static IntentKey key(Readable row) {
        return new IntentKey(
                new PaymentId(PaymentRow.text(row, "payment_id")),
                Step.valueOf(PaymentRow.text(row, "step")),
                Optional.of(PaymentRow.text(row, "refund_id"))
                        .filter(refund -> !refund.isEmpty())
                        .map(RefundId::new));
    }

    static Intent read(Readable row) {
        return new Intent(
                key(row),
                PaymentRow.money(row),
                Optional.ofNullable(PaymentRow.text(row, "secret")).map(Secret::new),
                Optional.ofNullable(PaymentRow.text(row, "authorization_id")),
                row.get("attempts", Integer.class),
                PaymentRow.instant(row, "taken_at"),
                PaymentRow.text(row, "decision").equals(OrderDecision.CANCELED.name()),
                Optional.ofNullable(PaymentRow.text(row, "trace")));
    }

    static Intents.Backlog backlog(Readable row) {
        return new Intents.Backlog(
                row.get("still_open", Number.class).longValue(),
                Optional.ofNullable(row.get("oldest", LocalDateTime.class)).map(UtcDateTime::fromColumn));
    }
}
