package io.tollgate.cli.platform;

import io.tollgate.cli.platform.ProcessSpec.Kind;
import io.tollgate.cli.platform.ProcessSpec.PortKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The processes of the platform, in the order they start; what each is told is here and nowhere else. */
public final class Processes {

    public static final PortKey BUS = new PortKey("TOLLGATE_SERVICEBUS_PORT", 5672);
    public static final PortKey BUS_ADMIN = new PortKey("TOLLGATE_SERVICEBUS_ADMIN_PORT", 9672);
    public static final PortKey INSIGHTS = new PortKey("TOLLGATE_INSIGHTS_PORT", 8092);
    public static final PortKey SANDBOX = new PortKey("TOLLGATE_SANDBOX_PORT", 8091);
    public static final PortKey SANDBOX_SMTP = new PortKey("TOLLGATE_SANDBOX_SMTP_PORT", 8025);
    public static final PortKey GATEWAY = new PortKey("TOLLGATE_GATEWAY_PORT", 8080);
    public static final PortKey GATEWAY_ADMIN = new PortKey("TOLLGATE_GATEWAY_ADMIN_PORT", 8090);
    public static final PortKey USERS = new PortKey("TOLLGATE_USERS_PORT", 8081);
    public static final PortKey ORDERS = new PortKey("TOLLGATE_ORDERS_PORT", 8082);
    public static final PortKey PRODUCTS = new PortKey("TOLLGATE_PRODUCTS_PORT", 8083);
    public static final PortKey PAYMENTS = new PortKey("TOLLGATE_PAYMENTS_PORT", 8084);
    public static final PortKey WORKERS = new PortKey("TOLLGATE_WORKERS_MANAGEMENT_PORT", 9085);

    private static final String KEY_NAME = "RootManageSharedAccessKey";
    private static final String INSTRUMENTATION_KEY = "00000000-0000-0000-0000-000000000000";

    /** What stands in for Azure and for other companies: started first, ready in a second. */
    public static final List<ProcessSpec> SURROUNDINGS = List.of(
            plain("servicebus", BUS, BUS_ADMIN, Processes::busArguments, i -> busKey(i.secrets())),
            plain("insights", INSIGHTS, INSIGHTS, i -> listen(i, INSIGHTS, "insights"), i -> Map.of()),
            plain("sandbox", SANDBOX_SMTP, SANDBOX, Processes::sandboxArguments, Processes::sandboxKeys));

    /** Tollgate itself. */
    public static final List<ProcessSpec> TOLLGATE = List.of(
            spring("gateway", "gateway", GATEWAY, 9080, Processes::gateway).administeredOn(GATEWAY_ADMIN),
            spring("users", "users-service", USERS, 9081, Processes::users),
            spring("orders", "orders-service", ORDERS, 9082, i -> service(i, "ORDERS", "orders")),
            spring("products", "products-service", PRODUCTS, 9083, i -> service(i, "PRODUCTS", "products")),
            spring("payments", "payments-service", PAYMENTS, 9084, Processes::payments),
            spring("workers", "workers", WORKERS, WORKERS, Processes::workers));

    private Processes() {}

    private static Map<String, String> gateway(Install install) {
        Map<String, String> variables = common(install);
        variables.put("TOLLGATE_CALLER_SIGNING_KEYS", install.secrets().callerSigningKeys());
        variables.put(GATEWAY_ADMIN.variable(), String.valueOf(install.ports().of(GATEWAY_ADMIN)));
        variables.put("TOLLGATE_USERS_URL", install.url(USERS));
        variables.put("TOLLGATE_ORDERS_URL", install.url(ORDERS));
        variables.put("TOLLGATE_PRODUCTS_URL", install.url(PRODUCTS));
        variables.put("TOLLGATE_PAYMENTS_URL", install.url(PAYMENTS));
        return variables;
    }

    private static Map<String, String> users(Install install) {
        Map<String, String> variables = service(install, "USERS", "users");
        variables.put("TOLLGATE_BOOTSTRAP_ADMIN", install.secrets().bootstrapAdmin());
        return variables;
    }

    private static Map<String, String> payments(Install install) {
        Map<String, String> variables = service(install, "PAYMENTS", "payments");
        variables.put("TOLLGATE_CARD_NETWORK_URL", install.url(SANDBOX));
        variables.put("TOLLGATE_CARD_NETWORK_KEY", install.secrets().cardNetworkKey());
        return variables;
    }

    private static Map<String, String> workers(Install install) {
        Map<String, String> variables = service(install, "WORKERS", "workers");
        variables.put("TOLLGATE_SMTP_HOST", "127.0.0.1");
        variables.put("TOLLGATE_SMTP_PORT", String.valueOf(install.ports().of(SANDBOX_SMTP)));
        variables.put("TOLLGATE_SMTP_SECURITY", "none");
        variables.put("TOLLGATE_CARRIER_URL", install.url(SANDBOX));
        variables.put("TOLLGATE_CARRIER_KEY", install.secrets().carrierKey());
        return variables;
    }

    private static Map<String, String> service(Install install, String variable, String name) {
        Map<String, String> variables = common(install);
        variables.put(
                "TOLLGATE_" + variable + "_DB_URL",
                "r2dbc:h2:file:///" + install.data(name).resolve(name));
        variables.put("TOLLGATE_SERVICEBUS_CONNECTION_STRING", busConnection(install));
        variables.put("TOLLGATE_CALLER_JWKS", install.secrets().callerJwks());
        variables.put("TOLLGATE_IDEMPOTENCY_SECRET", install.secrets().idempotencySecret());
        return variables;
    }

    private static Map<String, String> common(Install install) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("TOLLGATE_BIND_ADDRESS", "127.0.0.1");
        variables.put("TOLLGATE_LOG_DIR", install.logs().toString());
        variables.put(
                "APPLICATIONINSIGHTS_CONNECTION_STRING",
                "InstrumentationKey=" + INSTRUMENTATION_KEY + ";IngestionEndpoint=" + install.url(INSIGHTS) + "/");
        return variables;
    }

    private static String busConnection(Install install) {
        return "Endpoint=sb://127.0.0.1:" + install.ports().of(BUS) + ";SharedAccessKeyName=" + KEY_NAME
                + ";SharedAccessKey=" + install.secrets().serviceBusKey() + ";UseDevelopmentEmulator=true;";
    }

    private static Map<String, String> busKey(Secrets secrets) {
        return Map.of("SERVICEBUS_SHARED_ACCESS_KEY", secrets.serviceBusKey());
    }

    private static Map<String, String> sandboxKeys(Install install) {
        return Map.of(
                "SANDBOX_CARD_NETWORK_KEY", install.secrets().cardNetworkKey(),
                "SANDBOX_CARRIER_KEY", install.secrets().carrierKey());
    }

    private static List<String> sandboxArguments(Install install) {
        return concat(
                listen(install, SANDBOX, "sandbox"),
                "--smtp-port",
                String.valueOf(install.ports().of(SANDBOX_SMTP)));
    }

    private static List<String> busArguments(Install install) {
        return concat(
                listen(install, BUS, "servicebus"),
                "--topology",
                install.apps().resolve("topology.yml").toString(),
                "--admin-port",
                String.valueOf(install.ports().of(BUS_ADMIN)));
    }

    private static List<String> listen(Install install, PortKey port, String name) {
        return List.of(
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(install.ports().of(port)),
                "--data",
                install.data(name).toString());
    }

    private static List<String> concat(List<String> first, String... more) {
        return java.util.stream.Stream.concat(first.stream(), java.util.stream.Stream.of(more))
                .toList();
    }

    private static ProcessSpec plain(
            String name,
            PortKey port,
            PortKey management,
            Function<Install, List<String>> arguments,
            Function<Install, Map<String, String>> environment) {
        return new ProcessSpec(
                name, "deploy/local/" + name, Kind.PLAIN, port, management, Optional.empty(), environment, arguments);
    }

    private static ProcessSpec spring(
            String name, String module, PortKey port, int management, Function<Install, Map<String, String>> own) {
        String prefix = port.variable().replace("_PORT", "");
        return spring(name, module, port, new PortKey(prefix + "_MANAGEMENT_PORT", management), own);
    }

    private static ProcessSpec spring(
            String name,
            String module,
            PortKey port,
            PortKey managementPort,
            Function<Install, Map<String, String>> own) {
        Function<Install, Map<String, String>> environment = install -> {
            Map<String, String> variables = own.apply(install);
            variables.put(port.variable(), String.valueOf(install.ports().of(port)));
            variables.put(
                    managementPort.variable(), String.valueOf(install.ports().of(managementPort)));
            return variables;
        };
        return new ProcessSpec(
                name, module, Kind.SPRING, port, managementPort, Optional.empty(), environment, install -> List.of());
    }
}
