package org.homeward.node.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.protocol.crypto.TransportKey;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The agency's second port, for other nodes and nothing else: TLS 1.3 with mutual certificates. */
@Configuration(proxyBeanMethods = false)
class PeerDoor {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> peerPort(
            NodeConfig config, NodeIdentity identity, Pins pins) {
        return factory -> {
            if (config.isAgency()) {
                factory.addAdditionalConnectors(connector(config, identity, pins));
            }
        };
    }

    private static Connector connector(NodeConfig config, NodeIdentity identity, Pins pins) {
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(config.peerPort());
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("address", config.bind());
        connector.setProperty("SSLEnabled", "true");
        connector.setProperty("connectionTimeout", "20000");
        // Longer than a bureau keeps an idle line (30 s), so that its next request does not meet a closed one.
        connector.setProperty("keepAliveTimeout", "60000");
        connector.setProperty("server", "");
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.3");
        host.setCertificateVerification("required");
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
        certificate.setSslContext(new Given(pins.context(identity.transport()), identity.transport()));
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        return connector;
    }

    /** Every path has one port: other nodes reach nothing but their door, and nobody else reaches that. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class OnePort extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean line = request.getAttribute(CERTIFICATES) != null;
            if (line == request.getRequestURI().startsWith("/peer/")) {
                chain.doFilter(request, response);
            } else {
                Doors.strict(response);
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return true;
        }
    }

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    /** The fingerprint of the caller's certificate, which the handshake found enrolled. */
    static String fingerprint(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? TransportKey.fingerprint(chain[0])
                : "";
    }

    /** The servlet container's view of a context that is made already. */
    private record Given(SSLContext context, TransportKey key) implements org.apache.tomcat.util.net.SSLContext {
        @Override
        public void init(KeyManager[] keys, TrustManager[] trust, SecureRandom random) throws KeyManagementException {
            // It is made already.
        }

        @Override
        public void destroy() {
            // Nothing is held.
        }

        @Override
        public SSLSessionContext getServerSessionContext() {
            return context.getServerSessionContext();
        }

        @Override
        public SSLEngine createSSLEngine() {
            return context.createSSLEngine();
        }

        @Override
        public SSLServerSocketFactory getServerSocketFactory() {
            return context.getServerSocketFactory();
        }

        @Override
        public SSLParameters getSupportedSSLParameters() {
            return context.getSupportedSSLParameters();
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {key.certificate()};
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
