package io.headstream.cli.client;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** What stands for TLS where plain HTTP is spoken: the platform's own takes as long to be made ready as all else that a command does. */
final class NoTls extends SSLContext {
    NoTls() {
        super(new Nothing(), null, "none");
    }

    private static final class Nothing extends SSLContextSpi {
        private static RuntimeException asked() {
            return new UnsupportedOperationException("plain HTTP only");
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            throw asked();
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw asked();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw asked();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            throw asked();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            throw asked();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            throw asked();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            throw asked();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return new SSLParameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return new SSLParameters(new String[0], new String[] {"TLSv1.3"});
        }
    }
}
