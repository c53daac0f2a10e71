package io.tollgate.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** Some items of a list in a stable order, and the cursor of those that follow, if any do. */
public record Page<T>(List<T> items, Optional<String> next) {
    /**
     * Makes a page of what was fetched with {@link Cursor#fetch()} as its limit.
     *
     * @param position what the list is continued after: the part of an item that its order is made of
     */
    public static <T> Page<T> of(List<T> fetched, Cursor cursor, Function<T, String> position) {
        if (fetched.size() <= cursor.limit()) {
            return new Page<>(List.copyOf(fetched), Optional.empty());
        }
        List<T> items = List.copyOf(fetched.subList(0, cursor.limit()));
        return new Page<>(items, Optional.of(Cursor.encode(position.apply(items.get(items.size() - 1)))));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }

    /** With {@code Link: <…>; rel="next"}, relative, since only the gateway knows the address the caller used. */
    public ResponseEntity<Page<T>> toResponse(ServerWebExchange exchange) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        next.ifPresent(after -> response.header(HttpHeaders.LINK, link(exchange, after)));
        return response.body(this);
    }

    /** The caller's own query as it came: servers take characters in it that a strict builder refuses. */
    private static String link(ServerWebExchange exchange, String after) {
        var request = exchange.getRequest();
        String target = UriComponentsBuilder.fromPath(request.getPath().value())
                .query(request.getURI().getRawQuery())
                .replaceQueryParam("after", after)
                .build()
                .toUriString();
        return "<" + target.replace("<", "%3C").replace(">", "%3E") + ">; rel=\"next\"";
    }
}
