package io.tollgate.users.erasure;

import io.tollgate.users.address.Addresses;
import io.tollgate.users.token.Purpose;
import io.tollgate.users.token.Tokens;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Removes what is personal and is not in the account itself, in the caller's transaction. */
@Service
public class EraseTraces {
    private final Addresses addresses;
    private final Tokens tokens;
    private final PersonalRecords records;

    public EraseTraces(Addresses addresses, Tokens tokens, PersonalRecords records) {
        this.addresses = addresses;
        this.tokens = tokens;
        this.records = records;
    }

    Mono<Void> handle(String userId) {
        return addresses
                .removeAll(userId)
                .then(Mono.defer(() -> tokens.revoke(userId, Set.of(Purpose.values()))))
                .then(Mono.defer(() -> records.erase(userId)))
                .then();
    }
}
