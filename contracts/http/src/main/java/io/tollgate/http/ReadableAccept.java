package io.tollgate.http;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * What {@code Accept} asks for; one that cannot be read asks for nothing in particular. Spring notices it after the work is
 * done, and leaves a refusal without a body. Parameters are left out, JSON has none (RFC 8259, 11): Spring would repeat them in the
 * answer's type, and fail to write JSON in their charset, after the work is done, too.
 */
final class ReadableAccept implements RequestedContentTypeResolver {
    private final RequestedContentTypeResolver header = new HeaderContentTypeResolver();

    @Override
    public List<MediaType> resolveMediaTypes(ServerWebExchange exchange) {
        try {
            return header.resolveMediaTypes(exchange).stream()
                    .map(ReadableAccept::plain)
                    .toList();
        } catch (NotAcceptableStatusException unreadable) {
            return MEDIA_TYPE_ALL_LIST;
        }
    }

    private static MediaType plain(MediaType asked) {
        return asked.getParameters().isEmpty()
                ? asked
                : new MediaType(asked.getType(), asked.getSubtype()).copyQualityValue(asked);
    }
}
