package io.tollgate.gateway.hygiene;

/** What is wrong with a request before anybody asks what it wants. */
public enum BadRequest {
    UNREADABLE("The request is not valid HTTP."),
    VERSION("The gateway speaks HTTP/1.1."),
    TARGET("The request target is not a plain absolute path."),
    CARD_NUMBER("The request target has what looks like a card number."),
    KEY_IN_TARGET("The request target has what looks like a key; a header is the only place for one."),
    TARGET_TOO_LONG("The request line is too long."),
    HEADERS_TOO_LARGE("The header fields are too large."),
    HOST("The request needs exactly one valid Host."),
    TRANSFER_ENCODING("The only transfer encoding is chunked, in HTTP/1.1."),
    METHOD("The gateway is no proxy: CONNECT does not exist here."),
    CONTENT_TYPE("The request has two different Content-Types."),
    UNEXPECTED_BODY("A GET or HEAD request has no body."),
    LATE("The headers of the request did not come in time."),
    LATE_BODY("The body of the request did not come in time."),
    BROKEN_BODY("The body ended before it was complete.");

    private final String sentence;

    BadRequest(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
