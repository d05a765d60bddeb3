package org.homeward.node.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.homeward.node.desk.ExchangeDesk.OwnRegisters;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Surroundings;
import org.homeward.node.packages.CasePackages;
import org.homeward.node.packages.PackageFile;
import org.homeward.node.packages.PackageFile.BadPackageException;
import org.homeward.node.packages.PackageRefusal;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/** Makes and takes sealed packages for the node of a home, whether it runs or not. */
public final class NodePackages {
    private static final byte[] NOTHING = {};

    private NodePackages() {}

    /**
     * What became of a package.
     *
     * @param outcome {@code MADE}, {@code TAKEN} or {@code REFUSED}
     * @param code why it is refused
     * @param acts accepted acts in it, or new here
     * @param handedIn acts for the agency in it, or accepted by it
     * @param next index of the first act that is not in it
     * @param whole whether every act that this node has is in it
     * @param refusedActs codes and sentences of acts in it that the agency did not accept
     */
    public record View(
            String outcome,
            @Nullable String code,
            @Nullable String sentence,
            @Nullable String caseId,
            @Nullable String from,
            int acts,
            int handedIn,
            int next,
            boolean whole,
            List<String> refusedActs) {
        public View {
            refusedActs = List.copyOf(refusedActs);
        }

        public boolean refused() {
            return outcome.equals("REFUSED");
        }

        static View refused(String code, String sentence) {
            return new View("REFUSED", code, sentence, null, null, 0, 0, 0, true, List.of());
        }
    }

    /** A package's view and bytes; none when it is refused. */
    public record Made(View view, byte[] bytes) {}

    /** Makes a package from that home. */
    public static Made export(Path home, Optional<String> caseId, String to, int from)
            throws IOException, StartRefusal {
        String query = "/control/package?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8) + "&from=" + from
                + caseId.map(c -> "&case=" + URLEncoder.encode(c, StandardCharsets.UTF_8))
                        .orElse("");
        Optional<Answered> answer = ask(home, query, HttpRequest.Builder::GET);
        if (answer.isPresent()) {
            return new Made(
                    view(Bytes.fromBase64(answer.get().view())), answer.get().body());
        }
        try (Offline offline = Offline.open(home)) {
            return export(offline.cases, caseId, to, from);
        }
    }

    /** Takes a package into that home. */
    public static View take(Path home, Path file) throws IOException, StartRefusal {
        try {
            PackageFile.header(file);
        } catch (BadPackageException e) {
            return refused(e.refusal());
        }
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofFile(file);
        Optional<Answered> answer = ask(home, "/control/package", request -> request.POST(body));
        if (answer.isPresent()) {
            return view(answer.get().body());
        }
        try (Offline offline = Offline.open(home)) {
            return take(offline.cases, file);
        }
    }

    static Made export(Cases cases, Optional<String> caseId, String to, int from) throws IOException {
        List<String> ids = cases.all().stream().map(CaseRoom::caseId).toList();
        String id = caseId.or(() -> ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty())
                .orElse("");
        CaseRoom room = cases.find(id).orElse(null);
        if (room == null) {
            return new Made(
                    View.refused(
                            "OTHER_CASE",
                            caseId.isPresent()
                                    ? "There is no case '" + id + "' at this node; there are " + ids + "."
                                    : "Name the case with --case; at this node there are " + ids + "."),
                    NOTHING);
        }
        if (from < 0) {
            return new Made(View.refused("GAP", "Acts are counted from 0."), NOTHING);
        }
        return switch (room.export(to, from)) {
            case CasePackages.Outcome.Made m ->
                new Made(
                        new View("MADE", null, null, id, null, m.acts(), m.handedIn(), m.next(), m.whole(), List.of()),
                        m.bytes());
            case CasePackages.Outcome.Taken t -> throw new IllegalStateException("an export takes nothing");
            case CasePackages.Outcome.Refused(PackageRefusal r) -> new Made(refused(r), NOTHING);
        };
    }

    static View take(Cases cases, Path file) throws IOException {
        try {
            String id = PackageFile.header(file).caseId();
            CaseRoom room = cases.find(id).orElse(null);
            if (room == null) {
                return View.refused(
                        PackageRefusal.Code.OTHER_CASE.name(),
                        "The package belongs to a case that this node does not take part in; nothing was taken.");
            }
            return switch (room.take(file)) {
                case CasePackages.Outcome.Taken t ->
                    new View(
                            "TAKEN",
                            null,
                            null,
                            id,
                            t.from(),
                            t.acts(),
                            t.handedIn(),
                            0,
                            true,
                            t.refused().stream()
                                    .map(r -> r.code() + ": " + r.sentence())
                                    .toList());
                case CasePackages.Outcome.Made m -> throw new IllegalStateException("taking makes nothing");
                case CasePackages.Outcome.Refused(PackageRefusal r) -> refused(r);
            };
        } catch (BadPackageException e) {
            return refused(e.refusal());
        }
    }

    private static View refused(PackageRefusal refusal) {
        return View.refused(refusal.code().name(), refusal.sentence());
    }

    private static View view(byte[] json) throws IOException {
        try {
            return CanonicalJson.read(json, View.class);
        } catch (MalformedJsonException e) {
            throw new IOException("The running node's answer cannot be read: it is of another version.", e);
        }
    }

    private record Answered(String view, byte[] body) {}

    /** Asks the node that runs in that home; empty when none does. */
    private static Optional<Answered> ask(Path home, String path, UnaryOperator<HttpRequest.Builder> how)
            throws IOException {
        Path url = home.resolve("node.url");
        Optional<String> key = ControlKey.read(home);
        if (key.isEmpty() || !Files.exists(url)) {
            return Optional.empty();
        }
        URI node = URI.create(Files.readString(url, StandardCharsets.US_ASCII));
        HttpRequest request = how.apply(HttpRequest.newBuilder(node.resolve(path)))
                .header(ControlKey.HEADER, key.get())
                .timeout(Duration.ofMinutes(5))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            byte[] body;
            try (InputStream in = answer.body()) {
                body = in.readNBytes(PackageFile.MAX_BYTES + 1);
            }
            if (answer.statusCode() != 200) {
                throw new IOException("The running node answers " + answer.statusCode()
                        + ": start it again, or stop it and try without it.");
            }
            return Optional.of(new Answered(
                    answer.headers().firstValue(ControlController.VIEW).orElse(""), body));
        } catch (ConnectException stopped) {
            // Its last stop left these files behind; whether it really is stopped, the lock of its home tells.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The cases of a home whose node does not run, locked meanwhile. */
    private static final class Offline implements AutoCloseable {
        private final NodeHome home;
        private final Cases cases;

        private Offline(NodeHome home, Cases cases) {
            this.home = home;
            this.cases = cases;
        }

        static Offline open(Path folder) throws IOException, StartRefusal {
            NodeHome home = NodeHome.enter(folder);
            try {
                NodeConfig config = NodeConfig.load(folder);
                NodeIdentity identity = NodeIdentity.load(folder)
                        .orElseThrow(() -> new StartRefusal("The key file of the node in " + folder
                                + " is missing: put back the copy made when the node was set up."));
                AgencyLine line = config.isAgency() ? null : AgencyLine.BY_HAND;
                return new Offline(
                        home,
                        Cases.open(
                                folder.resolve("cases"),
                                identity,
                                line,
                                new NoRegisters(),
                                Surroundings.of(Clock.systemUTC()),
                                new Pins()));
            } catch (NodeConfig.BadConfigException | NodeIdentity.BrokenKeyException e) {
                home.close();
                throw new StartRefusal(String.valueOf(e.getMessage()), e);
            } catch (IOException | StartRefusal | RuntimeException e) {
                home.close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            try (home) {
                cases.close();
            }
        }
    }

    /** A package is made of acts; no register is read for it. */
    private static final class NoRegisters implements OwnRegisters {
        @Override
        public RegisterTable held() {
            throw new IllegalStateException("packages do not read registers");
        }

        @Override
        public RegisterTable sought() {
            throw new IllegalStateException("packages do not read registers");
        }
    }
}
