package io.tollgate.insights;

import java.util.Locale;

/** Envelopes as the exporter writes them, and the spans they become. */
final class Items {

    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private Items() {}

    static String request(String id, String parent, String name) {
        return item(
                "RequestData",
                "Request",
                parent,
                """
                {"ver":2,"id":"%s","name":"%s","duration":"00:00:00.012500","success":true,"responseCode":"201",
                "url":"http://orders/v1/orders","properties":{"startMicros":"417"}}"""
                        .formatted(id, name));
    }

    static String statement(String id, String parent) {
        return item(
                "RemoteDependencyData",
                "RemoteDependency",
                parent,
                """
                {"ver":2,"id":"%s","name":"INSERT orders","duration":"00:00:00.001250","success":true,"type":"SQL",
                "target":"H2","data":"INSERT INTO orders VALUES ($1)"}"""
                        .formatted(id));
    }

    static String exception(String parent) {
        return item(
                "ExceptionData",
                "Exception",
                parent,
                """
                {"ver":2,"exceptions":[{"typeName":"java.lang.IllegalStateException","message":"no stock"}]}""");
    }

    static String metric() {
        return item("MetricData", "Metric", null, "{\"ver\":2,\"metrics\":[{\"name\":\"a\",\"value\":1}]}");
    }

    private static String item(String type, String name, String parent, String baseData) {
        String parentTag = parent == null ? "" : ",\"ai.operation.parentId\":\"" + parent + "\"";
        return """
                {"ver":1,"name":"%s","time":"2026-03-01T10:15:30.123Z","iKey":"k","tags":{"ai.cloud.role":"orders-service",
                "ai.cloud.roleInstance":"one","ai.operation.id":"%s"%s},"data":{"baseType":"%s","baseData":%s}}"""
                .formatted(name, TRACE, parentTag, type, baseData)
                .replace("\n", "");
    }

    static Span span(String id, String parent, String role, String name, int startMs, double durationMs) {
        String start = String.format(Locale.ROOT, "2026-03-01T10:15:30.%03dZ", startMs);
        return new Span(
                TRACE, id, parent, "request", name, role, "one", start, durationMs, true, "200", null, null, null);
    }

    static Span spanOf(String traceId, String id) {
        return new Span(
                traceId,
                id,
                null,
                "request",
                "n",
                "r",
                "one",
                "2026-03-01T10:15:30Z",
                1,
                true,
                "200",
                null,
                null,
                null);
    }
}
