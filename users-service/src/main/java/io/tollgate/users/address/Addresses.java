package io.tollgate.users.address;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All addresses; who does not own one does not find it. */
public interface Addresses {
    /** The oldest first. */
    Flux<Address> of(String userId);

    Mono<Address> find(String userId, String id);

    /** Takes one of the places a user has; says no when there is none. What follows is alone with the user's addresses until the commit. */
    Mono<Boolean> takePlace(String userId);

    /** Waits until it is alone with the user's addresses. */
    Mono<Void> hold(String userId);

    Mono<Void> add(Address address);

    Mono<Void> save(Address address);

    /** Marks it, and unmarks the one that was. */
    Mono<Void> makeDefault(Address address);

    Mono<Void> unmark(Address address);

    Mono<Void> remove(Address address);

    /** Removes all of a user's; says how many. */
    Mono<Long> removeAll(String userId);
}
