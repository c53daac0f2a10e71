package io.tollgate.users.audit.web;

import io.tollgate.users.audit.Verification;
import java.util.Locale;
import java.util.Optional;

/** Whether the audit is as it was written. */
record VerificationView(boolean intact, long entries, String lastHash, Optional<BreakView> broken) {
    record BreakView(long entry, String flaw) {}

    static VerificationView of(Verification verification) {
        return new VerificationView(
                verification.broken().isEmpty(),
                verification.entries(),
                verification.lastHash(),
                verification.broken().map(VerificationView::view));
    }

    private static BreakView view(Verification.Break broken) {
        return new BreakView(
                broken.entry(), broken.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
