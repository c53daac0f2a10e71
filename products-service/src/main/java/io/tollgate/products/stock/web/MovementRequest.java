package io.tollgate.products.stock.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tollgate.products.stock.Cause;
import io.tollgate.products.stock.Kind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** The body of POST /v1/products/{productId}/stock/movements. */
@Plausible
record MovementRequest(
        @NotNull By type,
        @NotNull @Min(-MOST) @Max(MOST) Integer quantity,
        @Size(max = 200) @Pattern(regexp = LINE, message = "must be one line of text that is not blank")
                String reason) {
    private static final int MOST = 1_000_000_000;
    private static final String LINE = "(?=.*\\S)[^\\p{Cc}\\p{Cs}]*";

    /** What a seller does; the other kinds are what orders does. */
    enum By {
        @JsonProperty("receipt")
        RECEIPT,
        @JsonProperty("correction")
        CORRECTION
    }

    Kind kind() {
        return type == By.RECEIPT ? Kind.RECEIPT : Kind.CORRECTION;
    }

    Cause cause(String actor) {
        return Cause.of(actor, Optional.ofNullable(reason));
    }
}
