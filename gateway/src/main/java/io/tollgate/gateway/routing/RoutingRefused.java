package io.tollgate.gateway.routing;

import java.time.Duration;
import java.util.Set;

/** Why a request does not arrive, or is not answered. */
public abstract sealed class RoutingRefused extends RuntimeException {
    RoutingRefused(String reason) {
        super(reason, null, false, false);
    }

    /** No route has this path. */
    public static final class NoRoute extends RoutingRefused {
        public NoRoute() {
            super("no route");
        }
    }

    /** The path exists, the method does not. */
    public static final class NoMethod extends RoutingRefused {
        private final transient Set<String> allowed;

        public NoMethod(Set<String> allowed) {
            super("no such method");
            this.allowed = allowed;
        }

        public Set<String> allowed() {
            return allowed;
        }
    }

    /** The service cannot be reached, or broke the connection. */
    public static final class ServiceAway extends RoutingRefused {
        private final String service;
        private final transient Duration retryAfter;

        public ServiceAway(String service, Duration retryAfter) {
            super(service + " is away");
            this.service = service;
            this.retryAfter = retryAfter;
        }

        public String service() {
            return service;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The service did not answer in time; what it did is not known. */
    public static final class ServiceSlow extends RoutingRefused {
        private final String service;

        public ServiceSlow(String service) {
            super(service + " is slow");
            this.service = service;
        }

        public String service() {
            return service;
        }
    }

    /** The whole request took too long. */
    public static final class DeadlineOver extends RoutingRefused {
        public DeadlineOver() {
            super("deadline over");
        }
    }
}
