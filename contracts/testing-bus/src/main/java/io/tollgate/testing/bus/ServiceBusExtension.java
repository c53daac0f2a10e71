package io.tollgate.testing.bus;

import io.tollgate.servicebus.Options;
import io.tollgate.servicebus.ServiceBusServer;
import io.tollgate.servicebus.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts and stops the bus that {@link ServiceBus} asks for. */
public final class ServiceBusExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    /** The system property under which applications in the same JVM find the bus. */
    public static final String CONNECTION_STRING = "TOLLGATE_SERVICEBUS_CONNECTION_STRING";

    private static final Namespace NAMESPACE = Namespace.create(ServiceBusExtension.class);

    /** The connection string of the bus that was started last. */
    public static String connectionString() {
        String connectionString = System.getProperty(CONNECTION_STRING);
        if (connectionString == null) {
            throw new IllegalStateException("No bus is running: annotate the test class with @ServiceBus");
        }
        return connectionString;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        System.setProperty(CONNECTION_STRING, bus(context).connectionString());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!annotation(context).shared()) {
            System.clearProperty(CONNECTION_STRING);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ServiceBusServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return bus(context);
    }

    /** The store closes what it holds: with the class, or with the JVM's last test when shared. */
    private static ServiceBusServer bus(ExtensionContext context) {
        ServiceBus wanted = annotation(context);
        Store store = wanted.shared()
                ? context.getRoot().getStore(NAMESPACE)
                : classContext(context).getStore(NAMESPACE);
        // a store finds what its parents have: by the topology alone, a class that wants its own would be given the
        // shared one
        return store.getOrComputeIfAbsent(wanted, bus -> new Running(start(bus.topology())), Running.class)
                .server();
    }

    private static ServiceBusServer start(String topology) {
        Path file = Path.of(topology);
        Topology entities = Files.exists(file) ? Topology.read(file) : Topology.resource(topology);
        return ServiceBusServer.start(entities, Options.defaults());
    }

    private static ServiceBus annotation(ExtensionContext context) {
        return classContext(context).getRequiredTestClass().getAnnotation(ServiceBus.class);
    }

    private static ExtensionContext classContext(ExtensionContext context) {
        ExtensionContext current = context;
        while (current.getTestMethod().isPresent()
                || !current.getRequiredTestClass().isAnnotationPresent(ServiceBus.class)) {
            current = current.getParent().orElseThrow();
        }
        return current;
    }

    private record Running(ServiceBusServer server) implements Store.CloseableResource {
        @Override
        public void close() {
            server.close();
        }
    }
}
