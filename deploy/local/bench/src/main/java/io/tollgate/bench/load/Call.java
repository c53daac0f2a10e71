package io.tollgate.bench.load;

import java.util.Map;

/** One request to be sent, and the status that it must be answered with, unless it may be {@link #ANY}. */
public record Call(String method, String uri, Map<String, String> headers, byte[] body, int expected) {
    public static final int ANY = 0;

    public static Call get(String uri, Map<String, String> headers) {
        return new Call("GET", uri, headers, new byte[0], 200);
    }

    public static Call post(String uri, Map<String, String> headers, byte[] body, int expected) {
        return new Call("POST", uri, headers, body, expected);
    }
}
