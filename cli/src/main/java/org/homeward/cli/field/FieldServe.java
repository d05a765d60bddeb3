package org.homeward.cli.field;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.homeward.handover.phone.PhoneServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homeward field serve}: the page for telephones. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the page that makes a telephone a device of the day. A telephone opens it once, the evening before, and keeps it;",
            "from then on it needs no network. The page holds no data: packs and logs are files that its officer loads and saves."
        },
        footer = {
            "",
            "Exit code: 0 stopped (Ctrl-C), 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field serve",
            "  homeward field serve --address 192.168.1.10 --tls field.p12 --tls-pass field.pass"
        })
final class FieldServe implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8300", description = "Port; ${DEFAULT-VALUE} if not given.")
    private int port = 8300;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; this machine only if not given. Any other needs --tls.")
    private String address = "127.0.0.1";

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description = "Certificate and key as PKCS#12; the telephones must trust the certificate.")
    private @Nullable Path tls;

    @Option(names = "--tls-pass", paramLabel = "FILE", description = "File with the pass phrase of --tls.")
    private @Nullable Path tlsPass;

    @Override
    public Integer call() throws InterruptedException {
        InetSocketAddress listen;
        try {
            listen = new InetSocketAddress(InetAddress.getByName(address), port);
        } catch (IOException | IllegalArgumentException e) {
            return Output.refuse(spec, "--address or --port is none of this machine: " + address + " " + port + ".");
        }
        if (tls == null && !listen.getAddress().isLoopbackAddress()) {
            return Output.refuse(
                    spec,
                    "Other devices open the page over TLS only, because a browser gives keys to no other page: add --tls.");
        }
        try (PhoneServer server = PhoneServer.start(listen, tls == null ? null : context(tls))) {
            Output.line(
                    spec,
                    "The page is at " + (tls == null ? "http://" : "https://") + address + ":" + server.port()
                            + "/ until Ctrl-C.");
            new CountDownLatch(1).await();
            return 0;
        } catch (GeneralSecurityException e) {
            return Output.refuse(spec, "The file of --tls holds no certificate with its key, or --tls-pass is wrong.");
        } catch (IOException e) {
            return Output.refuse(
                    spec, "The page cannot be served: the port is taken, or the file of --tls cannot be read.");
        }
    }

    private SSLContext context(Path file) throws IOException, GeneralSecurityException {
        char[] pass = tlsPass == null
                ? new char[0]
                : Files.readString(tlsPass).strip().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, pass);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, pass);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
