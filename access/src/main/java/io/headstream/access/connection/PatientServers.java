package io.headstream.access.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.time.Duration;

/**
 * Gives every connection to the web server its {@link Patience}. Netty finds this class itself, and asks it of a connection before anything is
 * read: neither Vert.x nor Quarkus has a limit for the time that a request's head takes.
 */
public final class PatientServers extends ChannelInitializerExtension {
    private static final String SETTING = "io.netty.bootstrap.extensions";
    private static volatile Duration patience = Duration.ofSeconds(60);

    /** Lets Netty look for extensions; to be called before it opens its first connection. */
    public static void enable() {
        System.setProperty(SETTING, System.getProperty(SETTING, "serviceload"));
    }

    static void setPatience(Duration wanted) {
        patience = wanted;
    }

    // the database's own server in this process has rules of its own
    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        ChannelHandler last = channel.pipeline().last();
        if (last != null && last.getClass().getName().startsWith("io.vertx.")) {
            channel.pipeline().addFirst(new Patience(patience));
        }
    }
}
