package io.tollgate.users.usage.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import io.tollgate.users.usage.QuotaMail;
import io.tollgate.users.usage.QuotaPeriod;
import io.tollgate.users.usage.QuotaReached;
import io.tollgate.users.usage.QuotaTerms;
import io.tollgate.users.usage.QuotaUnit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaMessagesContractTest {
    @Test
    void what_is_said_of_a_quota_is_as_readers_were_promised() {
        MessageContract contract = MessageContract.of("users/quota-reached.v1");
        Instant at = Instant.parse("2026-05-24T12:00:00.310Z");
        QuotaReached fact = new QuotaReached(
                "cli_01kpmz88c1ef1tnyr5f7dfw65v",
                new QuotaTerms("monthly", QuotaUnit.CALLS, QuotaPeriod.MONTH, 1_000_000),
                80,
                800_250,
                QuotaPeriod.MONTH.at(at, ZoneId.of("Europe/Berlin")),
                at);

        contract.assertWrites(QuotaReachedMessage.of(fact));
        assertThat(QuotaReachedMessage.TYPE).isEqualTo(contract.type());
    }

    @Test
    void a_mail_is_ordered_as_who_sends_it_was_promised() {
        MessageContract contract = MessageContract.of("users/send-client-notification.v1");
        SendClientNotificationMessage mail = SendClientNotificationMessage.of(new QuotaMail(
                "ntf_01kqsdr2spfdgv7mksj8emf2vk",
                "cli_01kpmz88c1ef1tnyr5f7dfw65v",
                "operations@teashop.example.com",
                "Tea shop",
                Map.of(
                        "client", "Tea shop",
                        "quota", "monthly",
                        "percent", "80",
                        "limit", "1000000",
                        "unit", "calls",
                        "resetAt", "1 June 2026, 00:00 Europe/Berlin"),
                Instant.parse("2026-05-24T12:00:00.310Z")));

        contract.assertWrites(mail);
        assertThat(SendClientNotificationMessage.TYPE).isEqualTo(contract.type());
        assertThat(mail.toString()).doesNotContain("@");
    }
}
