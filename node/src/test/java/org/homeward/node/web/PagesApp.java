package org.homeward.node.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.exports.ExportController;
import org.homeward.node.exports.ExportDesk;
import org.homeward.node.intake.Intake;
import org.homeward.node.intake.RegisterDesk;
import org.homeward.node.people.ApiTokens;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.people.Person;
import org.homeward.node.store.Store;
import org.homeward.node.store.StoreRefusal;
import org.homeward.node.web.view.CaseScope;
import org.homeward.node.web.view.CaseSetup;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.ReadNotes;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.SignIn;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The pages on a port of this machine, over {@link MadeUpCase}. */
public final class PagesApp implements AutoCloseable {
    public static final Reader OFFICER = new Reader("officer-2", "Test Operator Two", "LIST_OFFICER", true, true);
    public static final Reader FIRST = new Reader("officer-1", "Test Operator One", "HEAD", true, true);
    public static final Reader AUDITOR = new Reader("auditor-1", "Test Auditor", "AUDITOR", false, false);
    public static final Reader REAL = new Reader("officer-9", "Officer with a Token", "ANALYST", true, true);
    public static final String TOKEN = "a-token-of-256-random-bits";

    private final GenericApplicationContext context;
    private final MadeUpCase madeUp;
    private final People people;
    private final Store store;

    private PagesApp(GenericApplicationContext context, MadeUpCase madeUp, People people, Store store) {
        this.store = store;
        this.context = context;
        this.madeUp = madeUp;
        this.people = people;
    }

    /** @param port 0 for any that is free */
    public static PagesApp start(int port, boolean testSignIn) {
        return start(port, testSignIn, java.time.Clock.systemUTC());
    }

    /** With another clock than the machine's for the sign-ins. */
    static PagesApp start(int port, boolean testSignIn, java.time.Clock clock) {
        MadeUpCase madeUp = new MadeUpCase();
        People people = new People(testSignIn);
        Path folder = emptyFolder();
        Store store = store(folder);
        SpringApplication application = new SpringApplication(Parts.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "server.port", port,
                "spring.threads.virtual.enabled", "true",
                "logging.level.root", "error",
                "logging.level.org.apache.catalina.core.ContainerBase", "off"));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(NodeFace.class, () -> new NodeFace("ua", "Bureau of Ukraine (test)", false));
            beans.registerBean(MadeUpCase.class, () -> madeUp);
            beans.registerBean(People.class, () -> people);
            beans.registerBean(java.time.Clock.class, () -> clock);
            beans.registerBean(CaseSetup.class, MadeUpSetup::new);
            org.homeward.node.people.People enrolled = enrolled();
            PeopleDesk desk = desk(folder, enrolled);
            beans.registerBean(PeopleDesk.class, () -> desk);
            beans.registerBean(ApiTokens.class, () -> tokens(folder, enrolled, desk));
            beans.registerBean(CaseScope.class, OpenCases::new);
            beans.registerBean(
                    ExportDesk.class,
                    () -> new ExportDesk(
                            store.exportRequests(),
                            beans.getBean(org.springframework.context.MessageSource.class),
                            java.time.Clock.systemUTC()));
            beans.registerBean(
                    org.homeward.node.duty.DutyDesk.class,
                    () -> new org.homeward.node.duty.DutyDesk(
                            List.of(),
                            List::of,
                            store.dutyEvents(),
                            java.util.Map::of,
                            () -> java.util.Set::of,
                            java.time.Clock.systemUTC()));
            beans.registerBean(
                    org.homeward.node.review.TracingDesk.class,
                    () -> new org.homeward.node.review.TracingDesk(
                            id -> java.util.Optional.empty(), store.reviews(), java.time.Clock.systemUTC()));
            beans.registerBean(
                    RegisterDesk.class, () -> new RegisterDesk(store.registers(), java.time.Clock.systemUTC()));
            beans.registerBean(
                    org.homeward.node.web.view.OperatorSigns.class, () -> (person, text) -> java.util.Optional.empty());
            beans.registerBean(
                    org.homeward.node.families.FamilyRooms.class,
                    () -> org.homeward.node.families.FamilyRooms.open(
                            store,
                            "ua",
                            "Bureau of Ukraine (test)",
                            java.net.URI.create("https://bureau.example/family"),
                            "localhost",
                            org.homeward.protocol.crypto.SigningKey.generate(new SecureRandom()),
                            java.time.Clock.systemUTC(),
                            new SecureRandom()));
            beans.registerBean(
                    org.homeward.node.dossier.DossierRooms.class,
                    () -> org.homeward.node.dossier.DossierRooms.open(
                            store,
                            List::of,
                            "ua",
                            org.homeward.protocol.crypto.SigningKey.generate(new SecureRandom()),
                            java.time.Clock.systemUTC(),
                            new SecureRandom()));
            beans.registerBean(
                    Intake.class,
                    () -> new Intake(folder.resolve("intake"), store.registers(), java.time.Clock.systemUTC()));
        });
        return new PagesApp((GenericApplicationContext) application.run(), madeUp, people, store);
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("pages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Store store(Path folder) {
        try {
            return Store.embedded(folder.resolve("homeward.db"));
        } catch (StoreRefusal e) {
            throw new IllegalStateException(e);
        }
    }

    private static org.homeward.node.people.People enrolled() {
        return new org.homeward.node.people.People(
                "localhost",
                List.of(FIRST, OFFICER, AUDITOR, REAL).stream()
                        .map(r -> new Person(r.id(), r.name(), Person.Role.valueOf(r.role()), "", "a hash"))
                        .toList());
    }

    private static PeopleDesk desk(Path folder, org.homeward.node.people.People people) {
        try {
            return new PeopleDesk("ua", "localhost", folder, people, java.time.Clock.systemUTC(), new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiTokens tokens(Path folder, org.homeward.node.people.People people, PeopleDesk desk) {
        try {
            return new ApiTokens(folder, people, desk, java.time.Clock.systemUTC(), new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) (Object) context)
                        .getWebServer()
                        .getPort();
    }

    public List<String> done() {
        return madeUp.done();
    }

    /** Pages read, as {@code person path}. */
    public List<String> reads() {
        return List.copyOf(people.reads);
    }

    /** From now on the officer has another role. */
    public void demoteOfficer() {
        people.officer = Optional.of(new Reader(OFFICER.id(), OFFICER.name(), "AUDITOR", false, false));
    }

    @Override
    public void close() {
        context.close();
        store.close();
    }

    /** For looking at the pages: {@code java … org.homeward.node.web.PagesApp 8099}. */
    public static void main(String[] args) {
        System.out.println(
                start(args.length == 0 ? 0 : Integer.parseInt(args[0]), true).url());
    }

    @Configuration(proxyBeanMethods = false)
    // Not a plain import: what Boot offers only where nobody else did must be asked last.
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    @Import({PagesConfig.class, ExportController.class})
    static class Parts {}

    /** Every case is open: which ones are is tested with real nodes. */
    private static final class OpenCases implements CaseScope {
        @Override
        public boolean isOpen(Reader reader, String caseId) {
            return true;
        }

        @Override
        public int toReview(Reader reader) {
            return 0;
        }
    }

    private static final class MadeUpSetup implements CaseSetup {
        @Override
        public List<Who> officers() {
            return List.of(new Who(FIRST.id(), FIRST.name()), new Who(OFFICER.id(), OFFICER.name()));
        }

        @Override
        public byte[] card(String caseId, java.util.Set<String> people) {
            return new byte[] {'{', '}'};
        }

        @Override
        public Cards read(String caseId, byte[] mediator, byte[] one, byte[] other) {
            return new Cards(List.of(), null, "", "These are no cards.");
        }

        @Override
        public String enrol(String caseId, byte[] participants) {
            return "There is no such case.";
        }
    }

    private static final class People implements SignIn, ReadNotes {
        private final boolean testSignIn;
        private final List<String> reads = Collections.synchronizedList(new ArrayList<>());
        private volatile Optional<Reader> officer = Optional.of(OFFICER);

        People(boolean testSignIn) {
            this.testSignIn = testSignIn;
        }

        @Override
        public Optional<Reader> byToken(String token) {
            return token.equals(TOKEN) ? Optional.of(REAL) : Optional.empty();
        }

        @Override
        public Optional<Reader> byPasskey(String credential, String signature, String nonce) {
            return Optional.empty();
        }

        @Override
        public Optional<Reader> byId(String personId) {
            if (personId.equals(OFFICER.id())) {
                return officer;
            }
            return List.of(FIRST, AUDITOR, REAL).stream()
                    .filter(r -> r.id().equals(personId))
                    .findFirst();
        }

        @Override
        public List<Reader> testOperators() {
            return testSignIn ? List.of(FIRST, OFFICER, AUDITOR) : List.of();
        }

        @Override
        public void asked(String personId, String request) {
            reads.add(personId + " " + request);
        }

        @Override
        public void note(String personId, String path) {
            reads.add(personId + " " + path);
        }
    }
}
