package io.tollgate.orders.order.web;

import io.tollgate.http.Cursor;
import io.tollgate.http.HttpRefusal;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderQuery;
import io.tollgate.orders.order.OrderQuery.Position;
import io.tollgate.orders.order.OrderStatus;
import io.tollgate.orders.order.Viewer;
import io.tollgate.values.Ids;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** What GET /v1/orders is asked for, out of the query of its address. */
record OrderFilter(MultiValueMap<String, String> parameters, Cursor cursor) {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** Whose orders are listed is a question that only those may ask who see everybody's. */
    void requireVisible(Viewer viewer) {
        boolean own = userId().filter(id -> !id.equals(viewer.self().userId())).isEmpty();
        if (!own && !viewer.seesAll()) {
            throw Problem.of(ProblemTypes.MISSING_ROLE).with("role", "support").asRefusal();
        }
    }

    OrderQuery toQuery() {
        return new OrderQuery(
                userId(),
                Optional.empty(),
                parameter("status", OrderFilter::status),
                parameter("placedAfter", text -> instant("placedAfter", text)),
                parameter("placedBefore", text -> instant("placedBefore", text)),
                parameter("externalId", OrderFilter::externalId),
                cursor.after().map(OrderFilter::position));
    }

    /** An order's place in the list, as the cursor carries it. */
    static String position(Order order) {
        return order.placedAt() + " " + order.id();
    }

    private static Position position(String after) {
        String[] parts = after.split(" ");
        if (parts.length != 2 || !OrderId.isValid(parts[1])) {
            throw notOurCursor();
        }
        try {
            return new Position(inRange(Instant.parse(parts[0])), new OrderId(parts[1]));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw notOurCursor();
        }
    }

    private Optional<String> userId() {
        return parameter("userId", OrderFilter::userId);
    }

    private <T> Optional<T> parameter(String name, Function<String, T> reading) {
        return Optional.ofNullable(parameters.getFirst(name)).map(reading);
    }

    private static String userId(String text) {
        if (!Ids.isValid("usr", text)) {
            throw Cursor.invalid("userId", "must be the id of a user");
        }
        return text;
    }

    private static String externalId(String text) {
        if (!text.matches("[!-~]{1,64}")) {
            throw Cursor.invalid("externalId", "must be 1 to 64 visible ASCII characters");
        }
        return text;
    }

    private static OrderStatus status(String text) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Cursor.invalid("status", "must be PLACED, CONFIRMED, SHIPPED or CANCELED"));
    }

    private static Instant instant(String name, String text) {
        try {
            return inRange(Instant.parse(text));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw Cursor.invalid(name, "must be a time such as 2026-05-04T12:00:00Z");
        }
    }

    /** What a column can hold. */
    private static Instant inRange(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("out of range");
        }
        return instant;
    }

    private static HttpRefusal notOurCursor() {
        return Cursor.invalid("after", "is not a cursor that this list gave");
    }
}
