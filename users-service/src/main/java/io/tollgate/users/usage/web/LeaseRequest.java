package io.tollgate.users.usage.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.users.usage.LeaseWanted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The counts that a gateway wants; what a newer gateway says besides is ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LeaseRequest(
        @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String gatewayId,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Item> items) {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String leaseId,
            @NotNull @Pattern(regexp = Words.ID, message = Words.NO_ID) String clientId,
            @NotNull @Pattern(regexp = Words.NAME, message = "must be the name of a quota") String quota,
            @NotNull @Min(1) @Max(Words.MOST) Long wanted,
            @Min(0) @Max(Words.MOST) Long needed) {
        LeaseWanted toWanted(String gatewayId) {
            return new LeaseWanted(leaseId, gatewayId, clientId, quota, wanted, needed == null ? 0 : needed);
        }
    }
}
