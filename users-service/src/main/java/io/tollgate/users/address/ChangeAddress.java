package io.tollgate.users.address;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Changes or removes an address as the caller saw it. */
@Service
public class ChangeAddress {
    private final Addresses addresses;

    public ChangeAddress(Addresses addresses) {
        this.addresses = addresses;
    }

    @Transactional
    public Mono<Address> change(Address seen, Place place, boolean isDefault) {
        return current(seen).flatMap(address -> addresses
                .save(address.at(place))
                .then(Mono.defer(() -> mark(address, isDefault)))
                .then(Mono.defer(() -> addresses.find(address.userId(), address.id()))));
    }

    @Transactional
    public Mono<Void> remove(Address seen) {
        return current(seen).flatMap(addresses::remove);
    }

    private Mono<Void> mark(Address address, boolean isDefault) {
        if (address.isDefault() == isDefault) {
            return Mono.empty();
        }
        return isDefault ? addresses.makeDefault(address) : addresses.unmark(address);
    }

    private Mono<Address> current(Address seen) {
        return addresses
                .hold(seen.userId())
                .then(Mono.defer(() -> addresses.find(seen.userId(), seen.id())))
                .switchIfEmpty(Mono.error(AddressRefused.NotFound::new))
                .filter(address -> address.version() == seen.version())
                .switchIfEmpty(Mono.error(AddressRefused.Stale::new));
    }
}
