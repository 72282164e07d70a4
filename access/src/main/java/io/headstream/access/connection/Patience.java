package io.headstream.access.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time that a connection has, from its opening or its last answer, until a request's head has come in whole; then it is closed. It counts
 * from the beginning, not from the last byte, so that a head of one byte a second ends as one that never comes. While something is being answered
 * nothing counts.
 */
final class Patience extends ChannelInboundHandlerAdapter {
    private final Duration patience;
    private int answering;
    private @Nullable ScheduledFuture<?> end;

    Patience(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        begin(context.channel());
        super.channelActive(context);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            begin(context.channel());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        stop();
        super.channelInactive(context);
    }

    /** A request's head is there. */
    static void requested(Channel channel) {
        on(channel, patience -> {
            patience.answering++;
            patience.stop();
        });
    }

    /** A request has its answer. */
    static void answered(Channel channel) {
        on(channel, patience -> {
            patience.answering--;
            if (patience.answering == 0) {
                patience.begin(channel);
            }
        });
    }

    private interface Change {
        void make(Patience patience);
    }

    private static void on(Channel channel, Change change) {
        ChannelHandler handler = channel.pipeline().get(Patience.class);
        if (handler instanceof Patience patience) {
            if (channel.eventLoop().inEventLoop()) {
                change.make(patience);
            } else {
                channel.eventLoop().execute(() -> change.make(patience));
            }
        }
    }

    private void begin(Channel channel) {
        stop();
        if (channel.isActive()) {
            end = channel.eventLoop().schedule(() -> channel.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void stop() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
