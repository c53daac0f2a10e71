package io.tollgate.testing;

import java.time.Duration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.ClassUtils;

/**
 * Gives every application started in a test event loops of its own. By default they are the JVM's, and the first
 * context that closes disposes of them: the next call of another context's client then hangs until its time-out.
 */
final class OwnEventLoops implements ApplicationContextInitializer<GenericApplicationContext> {
    private static final boolean WITH_NETTY = isPresent("reactor.netty.http.HttpResources")
            && isPresent("org.springframework.http.client.ReactorResourceFactory");

    @Override
    public void initialize(GenericApplicationContext context) {
        if (WITH_NETTY) {
            Netty.giveOwn(context);
        }
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, OwnEventLoops.class.getClassLoader());
    }

    private static final class Netty {
        static void giveOwn(GenericApplicationContext context) {
            context.registerBean(ReactorResourceFactory.class, Netty::own);
        }

        private static ReactorResourceFactory own() {
            ReactorResourceFactory resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            resources.setShutdownQuietPeriod(Duration.ZERO);
            return resources;
        }
    }
}
