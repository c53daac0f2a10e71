package io.tollgate.gateway.routing.web;

import io.tollgate.gateway.routing.AdminProperties;
import io.tollgate.gateway.routing.Listener;
import io.tollgate.values.InvalidVariable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.stereotype.Component;

/**
 * The listener for administration: a second server from the factory that made the first one, so that hygiene, limits and
 * draining cannot differ, before the same handler, so that filters and traces cannot.
 */
@Component
final class AdminServer implements SmartLifecycle, DisposableBean {
    private final NettyReactiveWebServerFactory factory;
    private final HttpHandler handler;
    private final AdminProperties properties;
    private volatile WebServer server;

    AdminServer(NettyReactiveWebServerFactory factory, HttpHandler handler, AdminProperties properties) {
        this.factory = factory;
        this.handler = handler;
        this.properties = properties;
    }

    /** After the public one, which the factory has made by then. */
    @Override
    public void start() {
        factory.setPort(properties.port().number());
        factory.setAddress(properties.address());
        WebServer second = factory.getWebServer(
                (request, response) -> handler.handle(request, response).contextWrite(Listener.ADMIN::enter));
        try {
            second.start();
        } catch (PortInUseException taken) {
            throw InvalidVariable.because(AdminProperties.PORT, "is a port that something else uses", null);
        }
        server = second;
    }

    /** Beside the public one's draining, not after it. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE;
    }

    @Override
    public void stop(Runnable whenDrained) {
        server.shutDownGracefully(result -> {
            stop();
            whenDrained.run();
        });
    }

    @Override
    public void stop() {
        server.stop();
        server = null;
    }

    /** When draining took longer than it may. */
    @Override
    public void destroy() {
        if (isRunning()) {
            stop();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
