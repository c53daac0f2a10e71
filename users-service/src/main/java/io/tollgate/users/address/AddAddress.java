package io.tollgate.users.address;

import io.tollgate.values.Ids;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Adds an address; the first is the default. */
@Service
public class AddAddress {
    private final Addresses addresses;
    private final Ids ids;
    private final Clock clock;

    public AddAddress(Addresses addresses, Ids ids, Clock clock) {
        this.addresses = addresses;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<Address> handle(String userId, Place place, boolean wantsDefault) {
        return addresses
                .takePlace(userId)
                .filter(taken -> taken)
                .switchIfEmpty(Mono.error(AddressRefused.TooMany::new))
                .flatMap(taken -> addresses.of(userId).hasElements())
                .flatMap(others -> add(userId, place, wantsDefault || !others));
    }

    private Mono<Address> add(String userId, Place place, boolean isDefault) {
        Address address = new Address(ids.next("adr"), userId, place, isDefault, 1, clock.instant());
        return addresses
                .add(address)
                .then(Mono.defer(() -> isDefault ? addresses.makeDefault(address) : Mono.empty()))
                .thenReturn(address);
    }
}
