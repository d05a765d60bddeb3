package org.homeward.node.server;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.homeward.node.web.SecurityLog;
import org.homeward.protocol.crypto.TransportKey;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;

/**
 * The certificates of the nodes that are enrolled with this one in any case. No authority vouches for a node: on a TLS line it is
 * known by the fingerprint that people compared on paper, and a certificate that is not enrolled ends the handshake, before any HTTP.
 * Safe for threads.
 */
final class Pins {
    private final Set<String> fingerprints = ConcurrentHashMap.newKeySet();

    /** Lets the other nodes of a case in. */
    void enrol(String self, Participants participants) {
        for (Participant p : participants.all()) {
            if (!p.id().equals(self)) {
                fingerprints.add(p.certificate());
            }
        }
    }

    /** TLS under this node's key, with enrolled nodes only. */
    SSLContext context(TransportKey key) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] none = {};
            store.setKeyEntry("node", key.privateKey(), none, new X509Certificate[] {key.certificate()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, none);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), new TrustManager[] {new Enrolled()}, null);
            return context;
        } catch (KeyStoreException e) {
            throw new IllegalStateException("every Java platform has PKCS12 stores", e);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("every Java platform has TLS 1.3", e);
        }
    }

    /** Extended, because the platform then leaves host names to us: a pinned certificate needs none. */
    private final class Enrolled extends X509ExtendedTrustManager {
        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length != 1 || !fingerprints.contains(TransportKey.fingerprint(chain[0]))) {
                SecurityLog.stranger("a certificate of no enrolled node");
                throw new CertificateException("the certificate is that of no enrolled node");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
