package io.tollgate.payments.reconciliation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the card network's file is compared with the ledger.
 *
 * @param at from when on, in UTC, yesterday's file is expected to be complete
 * @param sweep how often it is looked for days that are to be compared
 */
@Validated
@ConfigurationProperties("payments.reconciliation")
public record ReconciliationProperties(
        @DefaultValue("02:00") @NotNull LocalTime at, @DefaultValue("2s") @NotNull Duration sweep) {}
