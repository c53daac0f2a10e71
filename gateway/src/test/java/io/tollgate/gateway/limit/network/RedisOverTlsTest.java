package io.tollgate.gateway.limit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A Redis behind TLS and a password, as a cloud sells it. */
@Isolated("it changes whom this JVM trusts")
class RedisOverTlsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TRUSTED = "javax.net.ssl.trustStore";

    @TempDir
    private Path directory;

    private TlsFiles tls;
    private RealRedis redis;

    @BeforeEach
    void start() throws Exception {
        tls = TlsFiles.make(directory);
        redis = RealRedis.startOrSkip(tls);
    }

    @AfterEach
    void stop() {
        trust(Map.of());
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void a_redis_that_proves_who_it_is_is_counted_in() {
        trust(Map.of("", tls.store().toString(), "Password", TlsFiles.STORE_PASSWORD, "Type", "PKCS12"));
        try (OneGateway gateway = new OneGateway(redis, 1, Duration.ZERO, PATIENCE)) {
            await().atMost(PATIENCE).until(gateway::hasRedis);
        }
    }

    @Test
    void a_redis_that_anybody_could_be_is_told_nothing() {
        try (OneGateway gateway = new OneGateway(redis, 1, Duration.ZERO, PATIENCE)) {
            await().atMost(PATIENCE).until(() -> gateway.failures() >= 2);

            assertThat(gateway.hasRedis()).isFalse();
        }
    }

    private static void trust(Map<String, String> properties) {
        for (String part : new String[] {"", "Password", "Type"}) {
            if (properties.containsKey(part)) {
                System.setProperty(TRUSTED + part, properties.get(part));
            } else {
                System.clearProperty(TRUSTED + part);
            }
        }
    }
}
