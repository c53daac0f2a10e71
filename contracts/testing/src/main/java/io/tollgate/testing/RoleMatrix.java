package io.tollgate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;

/**
 * Every role at every operation, on the owner's object as its owner, as its owner through another API client, and as a stranger, against
 * what the document says.
 */
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
        if (role.equals("none")) {
            Outcome alone = operation.roles().contains("none") ? Outcome.DONE : Outcome.UNAUTHORIZED;
            cell(operation, "none", bearer(operation, role, LiveApi.CLIENT, null), alone);
            return;
        }
        for (Whose whose : operation.ownership().isEmpty() ? List.of(Whose.OWN) : List.of(Whose.values())) {
            String user = whose == Whose.ANOTHERS ? LiveApi.STRANGER : api.owner();
            String client = whose == Whose.OWN_ELSEWHERE ? LiveApi.OTHER_CLIENT : LiveApi.CLIENT;
            cell(operation, role + whose.words, bearer(operation, role, client, user), outcome(operation, role, whose));
        }
    }

    private static Outcome outcome(ApiOperation operation, String role, Whose whose) {
        boolean may = operation.roles().contains("user") || operation.roles().contains(role);
        if (!may || whose != Whose.ANOTHERS && operation.isForOthersOnly()) {
            return Outcome.FORBIDDEN;
        }
        boolean reached = whose == Whose.OWN
                || whose == Whose.OWN_ELSEWHERE && operation.ownership().contains("user")
                || operation.ownership().contains("everyone")
                || operation.ownership().contains(role);
        return reached ? Outcome.DONE : Outcome.NOT_FOUND;
    }

    private void withoutScope(ApiOperation operation) {
        if (operation.scopes().isEmpty()) {
            return;
        }
        String bearer = api.callers().bearer(LiveApi.CLIENT, api.owner(), LiveApi.ROLES, "other:scope");
        cell(operation, "without its scope", bearer, Outcome.FORBIDDEN);
    }

    private void internal(ApiOperation operation) {
        cell(operation, "gateway", api.callers().internal(), Outcome.DONE_OR_NOT_FOUND);
        String admin = api.callers().bearer(LiveApi.CLIENT, api.owner(), LiveApi.ROLES, "admin");
        cell(operation, "admin", admin, Outcome.REFUSED);
    }

    private String bearer(ApiOperation operation, String role, String client, String user) {
        List<String> roles = role.equals("none") ? List.of() : List.of(role);
        return api.callers().bearer(client, user, roles, operation.scopes().toArray(String[]::new));
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

    /** Of what the path names, how it stands to who asks. */
    private enum Whose {
        OWN(", own"),
        OWN_ELSEWHERE(", own through another client"),
        ANOTHERS(", another's");

        private final String words;

        Whose(String words) {
            this.words = words;
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
