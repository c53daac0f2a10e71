package io.tollgate.gateway.routing.network;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/** The beginning of a service's answer, and the connection on which the rest comes. */
record Answer(HttpClientResponse response, Connection connection) {
    int status() {
        return response.status().code();
    }

    HttpHeaders headers() {
        return response.responseHeaders();
    }

    Flux<ByteBuf> body() {
        return connection.inbound().receive().retain();
    }

    /** Nobody wants the rest: the connection is of no use to others. */
    void abandon() {
        connection.dispose();
    }
}
