package org.homeward.handover.phone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page for telephones from any computer, once, the evening before. It is not the node that serves it: a place of its own for the page
 * means that nothing of the node's pages, sessions or cookies is within its reach, and nothing of a day's names within the node's.
 */
public final class PhoneServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    private PhoneServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts serving.
     *
     * @param tls null only where the address is this machine's own: elsewhere a browser gives the page neither keys nor a service worker
     * @throws IllegalArgumentException for another address without TLS
     */
    public static PhoneServer start(InetSocketAddress address, @Nullable SSLContext tls) throws IOException {
        if (tls == null && !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("without TLS the page works on this machine only");
        }
        HttpServer server;
        if (tls == null) {
            server = HttpServer.create(address, 0);
        } else {
            HttpsServer secure = HttpsServer.create(address, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = secure;
        }
        PhonePage page = PhonePage.read();
        server.createContext("/", exchange -> answer(page, exchange));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.start();
        return new PhoneServer(server, threads);
    }

    private static void answer(PhonePage page, HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean reads = exchange.getRequestMethod().equals("GET")
                    || exchange.getRequestMethod().equals("HEAD");
            Optional<PhonePage.File> file =
                    reads ? page.at(exchange.getRequestURI().getPath()) : Optional.empty();
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Security-Policy", PhonePage.CONTENT_POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Permissions-Policy", "geolocation=(), microphone=(), payment=()");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Cache-Control", "no-cache");
            if (file.isEmpty()) {
                exchange.sendResponseHeaders(reads ? 404 : 405, -1);
                return;
            }
            headers.set("Content-Type", file.get().type());
            byte[] bytes = file.get().bytes();
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
