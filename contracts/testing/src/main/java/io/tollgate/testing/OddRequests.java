package io.tollgate.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests that are odd apart from the values in their body: its bytes, its media type, the path, the query, the headers. */
final class OddRequests {
    /** A request, and whether it must be refused. */
    record Odd(String what, LiveRequest request, boolean wrong) {}

    private static final List<String> HEADER_VALUES = List.of(
            "",
            "*",
            "\"",
            "\"v1",
            "v1",
            "W/\"v1\"",
            "\"v99999999999999999999\"",
            "\"v-1\"",
            "\"v1\", \"v2\"",
            "a b",
            "x".repeat(256),
            "x".repeat(4000),
            "null",
            "0",
            "-1");
    private static final List<String> ACCEPTS =
            List.of("text/plain", "application/xml", "garbage", "*/*;q=0", "application/json;q=2", ",,,");

    private final ApiOperation operation;
    private final LiveRequest valid;
    private final List<Odd> all = new ArrayList<>();

    private OddRequests(ApiOperation operation, LiveRequest valid) {
        this.operation = operation;
        this.valid = valid;
    }

    static List<Odd> of(ApiOperation operation, LiveRequest valid) {
        OddRequests odd = new OddRequests(operation, valid);
        if (valid.body() != null) {
            odd.bodies(new String(valid.body(), StandardCharsets.UTF_8));
            odd.mediaTypes();
        }
        odd.paths();
        odd.queries();
        odd.headers();
        odd.callers();
        return odd.all;
    }

    private void bodies(String json) {
        wrong("half a body", json.substring(0, json.length() / 2));
        wrong("more after the body", json + json);
        wrong("a comment", "/* x */" + json);
        wrong("a comma too many", json.replaceFirst("}$", ",}"));
        wrong("single quotes", json.replace('"', '\''));
        wrong("NaN", "NaN");
        wrong("a control character", json.replaceFirst("\"", "\"\u0001"));
        wrong("lists without end", "[".repeat(100_000));
        wrong("objects without end", "{\"a\":".repeat(100_000));
        wrong("a number without end", "9".repeat(100_000));
        wrong("a name without end", "{\"" + "a".repeat(100_000) + "\":1}");
        wrong("a lone escape", "{\"a\":\"\\u12\"}");
        wrong("blanks", " \r\n\t ");
        wrong("nothing", "");
        wrong("more than may be", " ".repeat(1_100_000) + json);
        if (json.startsWith("{\"")) {
            String first = json.substring(1, json.indexOf(':'));
            wrong("a name twice", "{" + first + ":null," + json.substring(1));
        }
        all.add(new Odd("no body", valid.withBody(null), true));
        all.add(new Odd("UTF-16", valid.withBody(json.getBytes(StandardCharsets.UTF_16)), false));
        all.add(new Odd(
                "a byte order mark", valid.withBody(("\ufeff" + json).getBytes(StandardCharsets.UTF_8)), false));
        byte[] broken = json.getBytes(StandardCharsets.UTF_8);
        broken[broken.length / 2] = (byte) 0xff;
        all.add(new Odd("a byte that is no UTF-8", valid.withBody(broken), true));
        all.add(new Odd("overlong UTF-8", valid.withBody(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}), true));
    }

    private void wrong(String what, String body) {
        all.add(new Odd(what, valid.withBody(body.getBytes(StandardCharsets.UTF_8)), true));
    }

    private void mediaTypes() {
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/json-patch+json",
                "application/vnd.other+json",
                "*/*",
                "application/*",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "image/png")) {
            all.add(new Odd("as " + type, valid.with("Content-Type", type), true));
        }
        for (String type : List.of(
                "garbage", "a/b/c", ";", "application/json; charset=nowhere", "application/json; charset=utf-16")) {
            all.add(new Odd("as " + type, valid.with("Content-Type", type), false));
        }
        all.add(new Odd("as nothing", valid.with("Content-Type", null), false));
        all.add(new Odd("as if compressed", valid.with("Content-Encoding", "gzip"), false));
    }

    private void paths() {
        for (ApiParameter parameter : operation.parameters("path")) {
            String place = "{" + parameter.name() + "}";
            String[] around = operation.path().split(java.util.regex.Pattern.quote(place), 2);
            String before = valid.path()
                    .substring(0, Math.min(around[0].length(), valid.path().length()));
            if (before.contains("{") || around[0].contains("{")) {
                continue;
            }
            String rest = valid.path().substring(before.length());
            String after = rest.contains("/") ? rest.substring(rest.indexOf('/')) : "";
            OddValues.TEXTS.forEach((what, text) -> {
                if (!text.isEmpty() && !text.contains("..")) {
                    all.add(new Odd(what + " for " + place, valid.to(before + LiveCalls.encoded(text) + after), false));
                }
            });
            for (String raw : List.of(
                    "%00", "%c0%80", "%ff", "0", "-1", "null", "9".repeat(30), "%2e%2e", "a%2fb", "a;b=c", "*")) {
                all.add(new Odd(raw + " for " + place, valid.to(before + raw + after), false));
            }
        }
    }

    private void queries() {
        String given = valid.target().contains("?") ? valid.target().split("\\?", 2)[1] + '&' : "";
        for (ApiParameter parameter : operation.parameters("query")) {
            for (Map.Entry<String, String> odd : OddValues.TEXTS.entrySet()) {
                query(given, parameter, odd.getKey(), odd.getValue());
            }
            for (String value : List.of(
                    "0", "-1", "1.5", "99999999999999999999", "null", "true", "[]", "a,b", "eA", "bnVsbA", "____")) {
                query(given, parameter, value, value);
            }
            all.add(new Odd(
                    parameter.name() + " twice",
                    valid.withQuery(given + parameter.name() + "=1&" + parameter.name() + "=2"),
                    true));
            all.add(new Odd(parameter.name() + " alone", valid.withQuery(given + parameter.name()), true));
        }
        for (String query : List.of("surprise=1", "%00=%00", "a[]=1", "a%ff=b", "x".repeat(2000))) {
            all.add(new Odd(
                    "query " + query.substring(0, Math.min(20, query.length())), valid.withQuery(given + query), true));
        }
        all.add(new Odd("query of separators", valid.withQuery(given + "&&&"), false));
        all.add(new Odd("query without a name", valid.withQuery(given + "="), false));
    }

    private void query(String given, ApiParameter parameter, String what, String value) {
        LiveRequest request = valid.withQuery(given + parameter.name() + '=' + LiveCalls.encoded(value));
        // one of nothing is as good as none
        boolean wrong = !value.isBlank() && !parameter.allows(value);
        all.add(new Odd(parameter.name() + " is " + what, request, wrong));
    }

    private void headers() {
        for (String name : List.of(
                "If-Match",
                "If-None-Match",
                "If-Modified-Since",
                "Idempotency-Key",
                "X-Request-Id",
                "traceparent",
                "baggage",
                "Range",
                "Cookie",
                "Accept-Language",
                "X-Forwarded-For",
                "Last-Event-ID")) {
            HEADER_VALUES.forEach(value -> all.add(new Odd(
                    name + " is " + value.substring(0, Math.min(20, value.length())), valid.with(name, value), false)));
            all.add(new Odd(name + " twice", valid.with(name, "a").twice(name, "b"), false));
        }
        ACCEPTS.forEach(type -> all.add(new Odd("accepts " + type, valid.with("Accept", type), false)));
        operation.parameters("header").stream()
                .filter(ApiParameter::required)
                .forEach(header -> all.add(new Odd("no " + header.name(), valid.with(header.name(), null), true)));
    }

    private void callers() {
        for (String token : List.of("Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "x".repeat(3000))) {
            all.add(new Odd(
                    "a caller who is " + token.substring(0, Math.min(12, token.length())),
                    valid.with("Authorization", token),
                    true));
        }
        all.add(new Odd("nobody", valid.with("Authorization", null), true));
    }
}
