package io.tollgate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;

/** Every role at every operation, on the owner's object as its owner and as a stranger, against what the document says. */
final class RoleMatrix {
    private final LiveApi api;
    private final LiveCalls calls;
    private final List<String> wrong = new ArrayList<>();
    private int cells;

    RoleMatrix(LiveApi api) {
        this.api = api;
        this.calls = new LiveCalls(api, new ApiSamples(new Random(ApiFuzz.SEED)));
    }

    void run(TestReporter reporter) {
        for (ApiOperation operation : api.document().operations()) {
            if (operation.roles().contains("gateway")) {
                internal(operation);
            } else {
                Stream.concat(Stream.of("none"), LiveApi.ROLES.stream()).forEach(role -> role(operation, role));
                withoutScope(operation);
            }
            cell(operation, "nobody", null, Outcome.UNAUTHORIZED);
        }
        reporter.publishEntry(Map.of("cells", String.valueOf(cells)));
        if (!wrong.isEmpty()) {
            throw new AssertionError("%d of %d cells:\n%s".formatted(wrong.size(), cells, String.join("\n", wrong)));
        }
    }

    private void role(ApiOperation operation, String role) {
        Outcome asOwner = outcome(operation, role, true);
        if (role.equals("none")) {
            cell(operation, "none", bearer(operation, role, null), asOwner);
            return;
        }
        cell(operation, role + ", own", bearer(operation, role, api.owner()), asOwner);
        if (!operation.ownership().isEmpty()) {
            String stranger = bearer(operation, role, LiveApi.STRANGER);
            cell(operation, role + ", another's", stranger, outcome(operation, role, false));
        }
    }

    private static Outcome outcome(ApiOperation operation, String role, boolean own) {
        if (role.equals("none")) {
            return operation.roles().contains("none") ? Outcome.DONE : Outcome.UNAUTHORIZED;
        }
        if (!operation.roles().contains("user") && !operation.roles().contains(role)) {
            return Outcome.FORBIDDEN;
        }
        boolean reached = own
                || operation.ownership().contains("everyone")
                || operation.ownership().contains(role);
        return reached ? Outcome.DONE : Outcome.NOT_FOUND;
    }

    private void withoutScope(ApiOperation operation) {
        String bearer = api.callers().bearer(LiveApi.CLIENT, api.owner(), LiveApi.ROLES, "other:scope");
        cell(operation, "without its scope", bearer, Outcome.FORBIDDEN);
    }

    private void internal(ApiOperation operation) {
        cell(operation, "gateway", api.callers().internal(), Outcome.DONE_OR_NOT_FOUND);
        String admin = api.callers().bearer(LiveApi.CLIENT, api.owner(), LiveApi.ROLES, "admin");
        cell(operation, "admin", admin, Outcome.REFUSED);
    }

    private String bearer(ApiOperation operation, String role, String user) {
        List<String> roles = role.equals("none") ? List.of() : List.of(role);
        return api.callers()
                .bearer(LiveApi.CLIENT, user, roles, operation.scopes().toArray(String[]::new));
    }

    private void cell(ApiOperation operation, String who, String bearer, Outcome expected) {
        LiveRequest request = calls.valid(operation, api.anybody(operation)).with("Authorization", bearer);
        RecordedExchange exchange = api.send(request);
        cells++;
        if (!expected.is(exchange.status())) {
            wrong.add("%s as %s: expected %s, was %d %s"
                    .formatted(operation.name(), who, expected, exchange.status(), LiveConnection.shortened(exchange)));
        }
    }

    private enum Outcome {
        DONE,
        DONE_OR_NOT_FOUND,
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND,
        REFUSED;

        boolean is(int status) {
            return switch (this) {
                // what the object's state or the example's data say is not about who asks
                case DONE -> status < 500 && status != 401 && status != 403 && status != 404;
                case DONE_OR_NOT_FOUND -> status < 500 && status != 401 && status != 403;
                case UNAUTHORIZED -> status == 401;
                case FORBIDDEN -> status == 403;
                case NOT_FOUND -> status == 404;
                case REFUSED -> status == 401 || status == 403 || status == 404;
            };
        }
    }
}
