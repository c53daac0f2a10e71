package io.tollgate.telemetry;

import com.azure.core.http.HttpClient;
import com.azure.core.http.netty.NettyAsyncHttpClientBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The thread that talks to Application Insights. By default it would be one of those that serve requests, and Azure's
 * exporter writes to disk on it when the receiver is away.
 */
final class ExportThread implements AutoCloseable {

    private final EventLoopGroup group = new NioEventLoopGroup(1, ExportThread::daemon);

    /** A plain thread and not one of netty's, which promise never to block. */
    private static Thread daemon(Runnable loop) {
        Thread thread = new Thread(loop, "telemetry");
        thread.setDaemon(true);
        return thread;
    }

    HttpClient client() {
        return new NettyAsyncHttpClientBuilder()
                .eventLoopGroup(group)
                .connectTimeout(Duration.ofSeconds(5))
                .responseTimeout(Duration.ofSeconds(10))
                .build();
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
