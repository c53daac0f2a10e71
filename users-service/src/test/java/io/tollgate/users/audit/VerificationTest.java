package io.tollgate.users.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.audit.Verification.Break;
import io.tollgate.users.audit.Verification.Flaw;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private final AuditEntry first = entry(1, "client-created", "");
    private final AuditEntry second = entry(2, "client-changed", first.hash());
    private final AuditEntry third = entry(3, "key-revoked", second.hash());

    @Test
    void a_chain_is_intact_up_to_its_head() {
        Verification seen =
                Verification.START.with(first).with(second).with(third).upTo(new AuditHead(3, third.hash()));

        assertThat(seen).isEqualTo(new Verification(3, third.hash(), Optional.empty()));
        assertThat(Verification.START.upTo(new AuditHead(0, "")).broken()).isEmpty();
    }

    @Test
    void an_entry_that_was_written_anew_with_a_hash_of_its_own_does_not_follow() {
        AuditEntry forged = entry(2, "client-sold", first.hash());

        assertThat(Verification.START.with(first).with(forged).with(third).broken())
                .contains(new Break(3, Flaw.OUT_OF_ORDER));
    }

    @Test
    void a_last_entry_that_was_written_anew_is_not_the_heads() {
        AuditEntry forged = entry(3, "key-created", second.hash());
        Verification seen = Verification.START.with(first).with(second).with(forged);

        assertThat(seen.upTo(new AuditHead(3, third.hash())).broken()).contains(new Break(3, Flaw.ALTERED));
        assertThat(Verification.START
                        .with(first)
                        .upTo(new AuditHead(3, third.hash()))
                        .broken())
                .contains(new Break(2, Flaw.MISSING));
    }

    @Test
    void nothing_can_move_from_one_field_into_the_next() {
        AuditEntry one =
                new AuditEntry(1, "ab", "c", Origin.SYSTEM, Optional.empty(), Optional.empty(), Instant.EPOCH, "", "");
        AuditEntry other =
                new AuditEntry(1, "a", "bc", Origin.SYSTEM, Optional.empty(), Optional.empty(), Instant.EPOCH, "", "");

        assertThat(one.sealed().hash()).isNotEqualTo(other.sealed().hash());
    }

    private static AuditEntry entry(long number, String deed, String previous) {
        return new AuditEntry(
                        number,
                        "cli_tea",
                        deed,
                        Origin.SYSTEM,
                        Optional.empty(),
                        Optional.of("{}"),
                        Instant.EPOCH,
                        previous,
                        "")
                .sealed();
    }
}
