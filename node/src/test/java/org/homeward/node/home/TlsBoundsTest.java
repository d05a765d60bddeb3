package org.homeward.node.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.homeward.node.server.Node;
import org.homeward.node.web.SecurityLog;
import org.homeward.protocol.crypto.TransportKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the agency's port for other nodes lets pass before any HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsBoundsTest {
    @TempDir
    static Path folder;

    private Node agency;

    @BeforeAll
    void start() throws Exception {
        agency = Node.start(TestHome.agency(folder.resolve("med")));
    }

    @AfterAll
    void stop() {
        agency.close();
    }

    @Test
    void nothingOlderThanTls13IsSpoken() throws Exception {
        assertThatThrownBy(() -> shake("TLSv1.2", new KeyManager[0]))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("protocol_version");
        try (SSLSocket socket = socket("TLSv1.3", new KeyManager[0])) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(socket.getSession().getCipherSuite()).matches("TLS_(AES|CHACHA20).*");
        }
    }

    @Test
    void whoShowsNoCertificateOrOneOfNoEnrolledNodeIsNotHeardAndItIsInTheLog() throws Exception {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(SecurityLog.NAME);
        lines.start();
        log.addAppender(lines);
        try {
            assertThat(answer(new KeyManager[0])).isEmpty();
            assertThat(lines.list).isEmpty();
            assertThat(answer(keys(TransportKey.generate("ua", new SecureRandom()))))
                    .isEmpty();
            assertThat(lines.list)
                    .anyMatch(l -> l.getFormattedMessage().equals("refused: a certificate of no enrolled node"));
        } finally {
            log.detachAppender(lines);
        }
    }

    private void shake(String version, KeyManager[] keys) throws Exception {
        try (SSLSocket socket = socket(version, keys)) {
            socket.startHandshake();
        }
    }

    /** What is answered to a request; nothing when the line is closed before. */
    private String answer(KeyManager[] keys) throws Exception {
        try (SSLSocket socket = socket("TLSv1.3", keys)) {
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (IOException closed) {
            return "";
        }
    }

    private SSLSocket socket(String version, KeyManager[] keys) throws Exception {
        SSLContext context = SSLContext.getInstance(version);
        context.init(keys, new TrustManager[] {new Anybody()}, new SecureRandom());
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket("127.0.0.1", agency.peerUrl().getPort());
        socket.setSoTimeout(20_000);
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    private static KeyManager[] keys(TransportKey key) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("node", key.privateKey(), new char[0], new X509Certificate[] {key.certificate()});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    /** A caller who asks for nobody's name. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // Anybody.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Anybody.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
