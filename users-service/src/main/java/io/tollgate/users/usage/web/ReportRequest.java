package io.tollgate.users.usage.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.users.usage.KeyUsed;
import io.tollgate.users.usage.ReturnedLease;
import io.tollgate.users.usage.UsageLine;
import io.tollgate.users.usage.UsageReport;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What a gateway has counted, its items unread; what a newer gateway says besides is ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReportRequest(
        @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String reportId,
        @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String gatewayId,
        @Size(max = 1000) List<JsonNode> leases,
        @Size(max = 1000) List<JsonNode> usage,
        @Size(max = 1000) List<JsonNode> keys,
        @Size(max = 1000) List<JsonNode> refusals) {
    UsageReport toReport(ReportItems items) {
        return new UsageReport(
                reportId,
                gatewayId,
                each(items.read("leases", leases, Returned.class), Returned::toLease),
                each(items.read("usage", usage, Line.class), Line::toLine),
                each(items.read("keys", keys, Key.class), Key::toUse),
                each(items.read("refusals", refusals, RefusalForm.class), RefusalForm::toRefusal));
    }

    private static <T, R> List<R> each(List<T> items, Function<T, R> mapping) {
        return items.stream().map(mapping).toList();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Returned(
            @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String leaseId,
            @NotNull @Min(0) @Max(Words.MOST) Long used) {
        ReturnedLease toLease() {
            return new ReturnedLease(leaseId, used);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String clientId,
            @NotNull @Pattern(regexp = Words.OPERATION, message = Words.NO_OPERATION) String operation,
            @NotNull @Min(100) @Max(599) Integer status,
            @NotNull @OfThisAge LocalDate day,
            @NotNull @Min(0) @Max(Words.MOST) Long calls,
            @NotNull @Min(0) @Max(Words.MOST) Long bytesIn,
            @NotNull @Min(0) @Max(Words.MOST) Long bytesOut) {
        UsageLine toLine() {
            return new UsageLine(clientId, day, operation, status, calls, bytesIn, bytesOut);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Key(
            @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String keyId,
            @NotNull @OfThisAge Instant usedAt) {
        KeyUsed toUse() {
            return new KeyUsed(keyId, usedAt);
        }
    }
}
