package io.tollgate.sandbox.network;

import io.tollgate.sandbox.http.Call;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Makes the records of what a call did. */
final class Operations {
    private final Clock clock;

    Operations(Clock clock) {
        this.clock = clock;
    }

    Draft of(String name, String target, Call call) {
        return new Draft(name, target, call);
    }

    /** One call that is being decided. */
    final class Draft {
        private final String name;
        private final String target;
        private final Call call;

        private Draft(String name, String target, Call call) {
            this.name = name;
            this.target = target;
            this.call = call;
        }

        Operation done(Authorization after, String status, long settled) {
            return operation(after, 201, status, null, null, settled);
        }

        /** It ends what never set anything aside. */
        Operation dropped(Authorization after, String status) {
            return operation(after, 201, status, null, null, null);
        }

        Operation actionRequired(Authorization after, String actionUrl) {
            return operation(after, 202, "action_required", null, actionUrl, null);
        }

        Operation refused(Authorization after, int httpStatus, String code) {
            String status = after == null ? "declined" : "refused";
            return operation(after, httpStatus, status, code, null, null);
        }

        private Operation operation(
                Authorization after, int httpStatus, String status, String code, String actionUrl, Long settled) {
            String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
            return new Operation(
                    call.idempotencyKey(),
                    name,
                    target,
                    call.body(),
                    after,
                    httpStatus,
                    status,
                    code,
                    actionUrl,
                    settled,
                    at);
        }
    }
}
