package org.homeward.node.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.connector.Connector;
import org.homeward.node.audit.PrivateLog;
import org.homeward.node.desk.ExchangeDesk.OwnRegisters;
import org.homeward.node.desk.PairDecisions;
import org.homeward.node.duty.Duty;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Surroundings;
import org.homeward.node.families.FamilyRooms;
import org.homeward.node.families.MailChannel;
import org.homeward.node.families.MailSettings;
import org.homeward.node.families.Outbox;
import org.homeward.node.holds.HoldDesk;
import org.homeward.node.intake.Intake;
import org.homeward.node.people.ApiTokens;
import org.homeward.node.people.People;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.release.ReleaseGate;
import org.homeward.node.review.DecidedPairs;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Store;
import org.homeward.node.store.StoreRefusal;
import org.homeward.node.wishes.WishDesk;
import org.homeward.protocol.exchange.Board;
import org.homeward.register.Answered;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running node: one home, one set of keys, one store, one port. */
public final class Node implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Cases cases;
    private final NodeConfig config;
    private final int port;
    private final int peerPort;

    private Node(Deque<AutoCloseable> open, Cases cases, NodeConfig config, int port, int peerPort) {
        this.peerPort = peerPort;
        this.open.addAll(open);
        this.cases = cases;
        this.config = config;
        this.port = port;
    }

    /**
     * Starts the node of that home.
     *
     * @throws StartRefusal when it cannot start; nothing is left running or locked
     */
    public static Node start(Path home) throws StartRefusal {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            open.push(NodeHome.enter(home));
            NodeConfig config = NodeConfig.load(home);
            NodeIdentity identity = NodeIdentity.load(home)
                    .orElseThrow(() -> new StartRefusal("The key file of the node in " + home
                            + " is missing: put back the copy made when the node was set up."));
            if (!identity.id().equals(config.id())) {
                throw new StartRefusal("The keys in " + home + " are those of '" + identity.id()
                        + "', its settings those of '" + config.id() + "': put back the copies that belong together.");
            }
            // Read here once so that a file that cannot be read is a start that is refused.
            Duty.of(home);
            People people = People.load(home, config.site());
            Optional<MailSettings> mail = MailSettings.load(home);
            Store store = store(config);
            open.push(store);
            open.push(PrivateLog.start(store.privateActs(), NodeAudit.log(home), identity));
            Clock clock = Clock.systemUTC();
            Pins pins = new Pins();
            Surroundings around = Surroundings.of(clock);
            AgencyLine agency = line(config, identity, pins, around);
            Cases cases = Cases.open(home.resolve("cases"), identity, agency, registers(store), around, pins);
            open.push(cases);
            PeopleDesk desk = new PeopleDesk(config.id(), config.site(), home, people, clock, new SecureRandom());
            ApiTokens tokens = new ApiTokens(home, people, desk, clock, new SecureRandom());
            TestOperators operators = config.testSignIn() ? TestOperators.load(home) : TestOperators.none();
            GenericApplicationContext context = serve(
                    config,
                    identity,
                    people,
                    desk,
                    tokens,
                    operators,
                    cases,
                    store,
                    around,
                    ControlKey.make(home),
                    pins);
            open.push(context);
            int port = context instanceof ServletWebServerApplicationContext web && web.getWebServer() != null
                    ? web.getWebServer().getPort()
                    : config.port();
            open.push(Expiry.start(store, clock));
            if (mail.isPresent() && !config.isAgency()) {
                FamilyRooms rooms = context.getBean(FamilyRooms.class);
                open.push(new Outbox(
                                rooms.families(),
                                new MailChannel(
                                        mail.get(),
                                        rooms.writer(),
                                        config.pagesUrl().resolve("/family")),
                                clock)
                        .start());
            }
            if (agency != null && agency.isConnected()) {
                open.push(Synchroniser.start(cases));
            }
            Node node = new Node(open, cases, config, port, peerPort(context, config));
            DurableFiles.replace(
                    home.resolve("node.url.new"),
                    node.url().toString().getBytes(StandardCharsets.US_ASCII),
                    home.resolve("node.url"));
            return node;
        } catch (StartRefusal e) {
            closeAll(open);
            throw e;
        } catch (NodeConfig.BadConfigException | NodeIdentity.BrokenKeyException | StoreRefusal | IOException e) {
            closeAll(open);
            throw new StartRefusal(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            closeAll(open);
            throw e;
        }
    }

    private static int peerPort(GenericApplicationContext context, NodeConfig config) {
        if (context instanceof ServletWebServerApplicationContext web
                && web.getWebServer() instanceof TomcatWebServer tomcat) {
            for (Connector connector : tomcat.getTomcat().getService().findConnectors()) {
                if (connector.getSecure()) {
                    return connector.getLocalPort();
                }
            }
        }
        return config.peerPort();
    }

    private static @Nullable AgencyLine line(NodeConfig config, NodeIdentity identity, Pins pins, Surroundings around) {
        if (config.agency() == null) {
            return null;
        }
        return config.isByHand() ? AgencyLine.BY_HAND : HttpAgency.at(config.agency(), identity, pins, around);
    }

    static Store store(NodeConfig config) throws StoreRefusal, IOException {
        Path folder = config.home().resolve("store");
        Files.createDirectories(folder);
        if (config.store() != null) {
            return Store.postgresql(config.store(), folder.resolve(Store.PERSONS));
        }
        return Store.embedded(folder.resolve("homeward.db"));
    }

    private static OwnRegisters registers(Store store) {
        return new OwnRegisters() {
            @Override
            public RegisterTable held() {
                // A refusal to answer is no name to compare.
                return Answered.withoutUnanswered(store.registers().table(Registers.Kind.HELD));
            }

            @Override
            public RegisterTable sought() {
                return Answered.withoutUnanswered(store.registers().table(Registers.Kind.SOUGHT));
            }

            @Override
            public PairDecisions.Source decisions() {
                return new DecidedPairs(store.reviews());
            }

            @Override
            public Set<String> onHold() {
                return store.holds().rows();
            }

            @Override
            public Heard heard(String caseId) {
                return new Heard(WishDesk.unwilling(store.wishes(), caseId), WishDesk.ready(store.wishes(), caseId));
            }

            @Override
            public Map<String, Board> boards() {
                return HoldDesk.decided(store.boards());
            }
        };
    }

    private static GenericApplicationContext serve(
            NodeConfig config,
            NodeIdentity identity,
            People people,
            PeopleDesk desk,
            ApiTokens tokens,
            TestOperators operators,
            Cases cases,
            Store store,
            Surroundings around,
            ControlKey control,
            Pins pins)
            throws StartRefusal {
        SpringApplication application = new SpringApplication(NodeApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        // The one who started the node also stops it, in order.
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.address", config.bind());
        settings.put("server.port", config.port());
        settings.put("server.shutdown", "graceful");
        settings.put("server.server-header", "");
        settings.put("server.servlet.session.timeout", "30m");
        if (!config.site().equals(NodeConfig.LOCAL)) {
            // What ends TLS for the site says so in its headers; they are believed from this machine alone, since
            // anybody in the same network could write them.
            settings.put("server.forward-headers-strategy", "native");
            settings.put("server.tomcat.remoteip.internal-proxies", "127(?:\\.\\d{1,3}){3}|0:0:0:0:0:0:0:1|::1");
        }
        // A file that is too large is read to its end and thrown away, so that its sender sees the page that says so.
        settings.put("server.tomcat.max-swallow-size", "128MB");
        settings.put("spring.servlet.multipart.max-file-size", Intake.MAX_BYTES + "B");
        settings.put("spring.servlet.multipart.max-request-size", Intake.MAX_BYTES + 65_536 + "B");
        settings.put("spring.servlet.multipart.location", config.home().toString());
        settings.put("server.tomcat.connection-timeout", "20s");
        settings.put("spring.threads.virtual.enabled", "true");
        settings.put("spring.main.lazy-initialization", "false");
        settings.put("logging.level.root", "warn");
        application.setDefaultProperties(settings);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(NodeConfig.class, () -> config);
            beans.registerBean(NodeIdentity.class, () -> identity);
            beans.registerBean(People.class, () -> people);
            beans.registerBean(PeopleDesk.class, () -> desk);
            beans.registerBean(ApiTokens.class, () -> tokens);
            beans.registerBean(TestOperators.class, () -> operators);
            beans.registerBean(Cases.class, () -> cases, bean -> bean.setDestroyMethodName(""));
            beans.registerBean(Store.class, () -> store, bean -> bean.setDestroyMethodName(""));
            beans.registerBean(Clock.class, around::clock);
            beans.registerBean(ReleaseGate.class, around::gate);
            beans.registerBean(ControlKey.class, () -> control);
            beans.registerBean(Pins.class, () -> pins);
        });
        try {
            return (GenericApplicationContext) application.run();
        } catch (RuntimeException e) {
            for (Throwable at = e; at != null; at = at.getCause()) {
                if (at instanceof PortInUseException || at instanceof java.net.BindException) {
                    throw new StartRefusal(
                            "Port " + config.port() + " on " + config.bind()
                                    + " is taken by another program: stop that, or set another port in "
                                    + config.home().resolve("node.properties") + ".",
                            e);
                }
            }
            throw e;
        }
    }

    /** Where the node answers; a configured port of 0 has become a free one. */
    public URI url() {
        return ports().url();
    }

    /** Where other nodes reach the agency; a configured port of 0 has become a free one. */
    public URI peerUrl() {
        return ports().peerUrl();
    }

    private NodeConfig ports() {
        return new NodeConfig(
                config.home(),
                config.id(),
                config.name(),
                config.agency(),
                config.bind(),
                port,
                config.testSignIn(),
                config.store(),
                peerPort,
                config.site());
    }

    public Cases cases() {
        return cases;
    }

    /** Stops: takes no more requests, finishes those it has, and closes its files in order. */
    @Override
    public void close() {
        closeAll(open);
    }

    private static void closeAll(Deque<AutoCloseable> open) {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Node.class).warn("while stopping: {}", e.getMessage());
            }
        }
    }
}
