package io.tollgate.sound.order.network;

import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

class CarrierClient {
    private final WebClient client;

    CarrierClient(WebClient client) {
        this.client = client;
    }

    Mono<String> book(String order) {
        return client.get().uri("/shipments/{id}", order).retrieve().bodyToMono(String.class);
    }
}
