package io.tollgate.cli.endtoend;

import io.tollgate.cli.demo.ApiClient;
import io.tollgate.cli.demo.Seed;
import io.tollgate.cli.demo.Seeding;
import io.tollgate.cli.demo.Shopper;
import io.tollgate.cli.demo.Traces;
import io.tollgate.cli.demo.Warehouse;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Jdk;
import io.tollgate.cli.platform.Platform;
import io.tollgate.cli.platform.Ports;
import io.tollgate.cli.platform.Processes;
import io.tollgate.cli.platform.Progress;
import io.tollgate.cli.platform.Secrets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The real processes on free ports, started once for all end-to-end tests of the run and stopped after the last. */
final class RunningPlatform implements BeforeAllCallback, ParameterResolver {
    @Override
    public void beforeAll(ExtensionContext context) {
        started(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Started.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return started(context);
    }

    private static Started started(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningPlatform.class))
                .getOrComputeIfAbsent(Started.class, key -> Started.now(), Started.class);
    }

    /** The platform while it runs, and who acts on it. */
    record Started(Platform platform, Seed seed) implements CloseableResource {

        static Started now() {
            Path checkout = Path.of("").toAbsolutePath().resolve("../../..").normalize();
            Path state = Path.of("target/platform").toAbsolutePath();
            Install install = new Install(checkout, state, Ports.free(), Secrets.of(state));
            Platform platform = new Platform(install, Jdk.running(), Progress.silent(), false);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(platform)));
            platform.down();
            platform.up();
            return new Started(platform, new Seeding(install).plant());
        }

        Install install() {
            return platform.install();
        }

        String gateway() {
            return install().url(Processes.GATEWAY);
        }

        ApiClient administrator() {
            return Seeding.administrator(install());
        }

        Warehouse warehouse() {
            return new Warehouse(administrator());
        }

        Traces traces() {
            return new Traces(install());
        }

        CardNetwork cardNetwork() {
            return new CardNetwork(install());
        }

        Shopper newShopper() {
            return Shopper.registered(
                    install(), seed.apiKey(), "shopper-" + UUID.randomUUID() + "@customers.example", "Grace Tester");
        }

        String product(int index) {
            return seed.productIds().get(index);
        }

        @Override
        public void close() {
            end(platform);
        }

        private static void end(Platform platform) {
            platform.down();
        }
    }
}
