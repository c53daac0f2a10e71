package io.tollgate.users.usage.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.users.usage.KeyUsed;
import io.tollgate.users.usage.ReturnedLease;
import io.tollgate.users.usage.UsageLine;
import io.tollgate.users.usage.UsageReport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What a gateway has counted; what a newer gateway says besides is ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReportRequest(
        @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String reportId,
        @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String gatewayId,
        @Size(max = 1000) List<@NotNull @Valid Returned> leases,
        @Size(max = 1000) List<@NotNull @Valid Line> usage,
        @Size(max = 1000) List<@NotNull @Valid Key> keys,
        @Size(max = 1000) List<@NotNull @Valid RefusalForm> refusals) {
    UsageReport toReport() {
        return new UsageReport(
                reportId,
                gatewayId,
                each(leases, lease -> new ReturnedLease(lease.leaseId(), lease.used())),
                each(usage, Line::toLine),
                each(keys, key -> new KeyUsed(key.keyId(), key.usedAt())),
                each(refusals, RefusalForm::toRefusal));
    }

    private static <T, R> List<R> each(List<T> items, Function<T, R> mapping) {
        return items == null ? List.of() : items.stream().map(mapping).toList();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Returned(
            @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String leaseId,
            @NotNull @Min(0) @Max(Words.MOST) Long used) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String clientId,
            @NotNull @Pattern(regexp = Words.OPERATION, message = Words.NO_OPERATION) String operation,
            @NotNull @Min(100) @Max(599) Integer status,
            @NotNull LocalDate day,
            @NotNull @Min(0) @Max(Words.MOST) Long calls,
            @NotNull @Min(0) @Max(Words.MOST) Long bytesIn,
            @NotNull @Min(0) @Max(Words.MOST) Long bytesOut) {
        UsageLine toLine() {
            return new UsageLine(clientId, day, operation, status, calls, bytesIn, bytesOut);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Key(@NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String keyId, @NotNull Instant usedAt) {}
}
