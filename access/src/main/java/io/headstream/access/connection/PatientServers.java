package io.headstream.access.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives every connection to the web server its {@link Patience} as it is accepted, before anything is read: neither Vert.x nor Quarkus has a limit
 * for the time that a request's head takes.
 */
@ApplicationScoped
public class PatientServers {
    private static final String NAME = PatientServers.class.getName();

    private final Vertx vertx;
    private final Duration patience;

    public PatientServers(
            Vertx vertx, @ConfigProperty(name = "headstream.connection.head", defaultValue = "60s") Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    void listening(@ObservesAsync HttpServerStart event) {
        // the loops that accept are the web server's alone; the database's own server in this process has others
        for (EventExecutor loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            if (loop instanceof SingleThreadEventLoop acceptor) {
                acceptor.execute(() -> acceptor.registeredChannelsIterator().forEachRemaining(this::attend));
            }
        }
    }

    private void attend(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(NAME) == null) {
            channel.pipeline().addFirst(NAME, new Accepted(patience));
        }
    }

    /** Sees each connection before the server does. */
    @ChannelHandler.Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {
        private final Duration patience;

        Accepted(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) throws Exception {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addFirst(new Patience(patience));
            }
            super.channelRead(context, accepted);
        }
    }
}
