package io.tollgate.gateway.caller.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.gateway.address.AddressRules;
import java.util.List;
import java.util.Objects;

/** Where requests may come from, as users-service writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record NetworkTerms(List<String> allow, List<String> deny) {
    static AddressRules read(NetworkTerms terms) {
        return terms == null
                ? AddressRules.EVERYWHERE
                : AddressRules.of(
                        Objects.requireNonNullElse(terms.allow, List.of()),
                        Objects.requireNonNullElse(terms.deny, List.of()));
    }
}
