package org.homeward.node.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.node.access.AccessController;
import org.homeward.node.access.AccessDesk;
import org.homeward.node.access.CaseDoor;
import org.homeward.node.agreed.AgreedController;
import org.homeward.node.agreed.PersonsController;
import org.homeward.node.balance.BalanceController;
import org.homeward.node.balance.BalanceSource;
import org.homeward.node.day.DayController;
import org.homeward.node.day.DayFamilies;
import org.homeward.node.day.DayFolder;
import org.homeward.node.day.DayFollowUp;
import org.homeward.node.day.DayParts;
import org.homeward.node.day.DayReadings;
import org.homeward.node.day.DaySource;
import org.homeward.node.day.EveningController;
import org.homeward.node.dossier.Deaths;
import org.homeward.node.dossier.DossierRooms;
import org.homeward.node.dossier.JoinedRows;
import org.homeward.node.dossier.OtherSide;
import org.homeward.node.duty.Duty;
import org.homeward.node.duty.DutyDesk;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exports.BulkDoor;
import org.homeward.node.exports.ExportController;
import org.homeward.node.exports.ExportDesk;
import org.homeward.node.exports.ProgramReads;
import org.homeward.node.families.DayNews;
import org.homeward.node.families.FamilyRooms;
import org.homeward.node.holds.HoldController;
import org.homeward.node.holds.HoldDesk;
import org.homeward.node.intake.Intake;
import org.homeward.node.intake.RegisterDesk;
import org.homeward.node.learned.LearnedController;
import org.homeward.node.learned.LearnedDesk;
import org.homeward.node.learned.LearnedSource;
import org.homeward.node.people.People;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.people.Person;
import org.homeward.node.record.RecordController;
import org.homeward.node.record.RecordDesk;
import org.homeward.node.release.ReleaseGate;
import org.homeward.node.remains.RemainsController;
import org.homeward.node.remains.RemainsDesk;
import org.homeward.node.review.TracingDesk;
import org.homeward.node.store.Families;
import org.homeward.node.store.ReadLog;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Store;
import org.homeward.node.talks.AlignmentController;
import org.homeward.node.talks.EntryController;
import org.homeward.node.talks.TalksController;
import org.homeward.node.talks.TalksDesk;
import org.homeward.node.web.PagesConfig;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.CaseScope;
import org.homeward.node.web.view.CaseSetup;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.OperatorSigns;
import org.homeward.node.web.view.ReadNotes;
import org.homeward.node.web.view.Reader;
import org.homeward.node.web.view.SignIn;
import org.homeward.node.wishes.WishController;
import org.homeward.node.wishes.WishDesk;
import org.homeward.protocol.bundle.JointLedger;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.json.MalformedJsonException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives the pages what they ask for. */
@Configuration(proxyBeanMethods = false)
@Import({
    PagesConfig.class,
    AccessController.class,
    ExportController.class,
    BalanceController.class,
    AgreedController.class,
    PersonsController.class,
    LearnedController.class,
    HoldController.class,
    TalksController.class,
    EntryController.class,
    AlignmentController.class,
    RecordController.class,
    DayController.class,
    EveningController.class,
    RemainsController.class,
    WishController.class
})
class Pages {
    @Bean
    NodeFace nodeFace(NodeConfig config) {
        return new NodeFace(config.id(), config.name(), config.isAgency());
    }

    @Bean
    CaseQueries caseQueries(Cases cases, NodeIdentity identity) {
        return new NodeCaseQueries(cases, identity.id());
    }

    @Bean
    AccessDesk accessDesk(NodeIdentity identity, Cases cases, Store store, People people, Clock clock) {
        return new AccessDesk(
                store.caseGrants(),
                store.brokenGlass(),
                caseId -> cases.find(caseId)
                        .map(room -> room.participants().find(identity.id()).stream()
                                .flatMap(own -> own.officers().stream())
                                .map(Officer::id)
                                .collect(Collectors.toUnmodifiableSet())),
                people::all,
                clock);
    }

    @Bean
    CaseScope caseScope(AccessDesk desk) {
        return new CaseScope() {
            @Override
            public boolean isOpen(Reader reader, String caseId) {
                return desk.door(reader.id(), Person.Role.valueOf(reader.role()), caseId) != AccessDesk.Door.CLOSED;
            }

            @Override
            public int toReview(Reader reader) {
                return AccessDesk.reviews(Person.Role.valueOf(reader.role())) ? desk.unreviewed() : 0;
            }
        };
    }

    /** After whoever notes: a door that stays closed was knocked at all the same. */
    @Bean
    WebMvcConfigurer caseDoors(AccessDesk desk) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new CaseDoor(desk))
                        .addPathPatterns("/cases/**", "/api/cases/**")
                        .order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }

    @Bean
    ExportDesk exportDesk(Store store, ResourceBundleMessageSource messages, Clock clock) {
        return new ExportDesk(store.exportRequests(), messages, clock);
    }

    @Bean
    ProgramReads programReads(Store store, Clock clock) {
        return new ProgramReads(store.exportRequests(), clock);
    }

    @Bean
    WebMvcConfigurer bulkDoors(ProgramReads reads) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new BulkDoor(reads))
                        .addPathPatterns("/registers/*")
                        .order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }

    @Bean
    BalanceSource balanceSource(Cases cases, NodeIdentity identity) {
        return caseId -> cases.find(caseId).map(room -> oneCase(room, identity));
    }

    private static BalanceSource.OneCase oneCase(CaseRoom room, NodeIdentity identity) {
        List<Act.Proposal> proposals = new ArrayList<>();
        for (ActRecord record : acts(room, identity, "SelectionProposed")) {
            if (record.act() instanceof Act.SelectionProposed(Act.Proposal proposal)) {
                proposals.add(proposal);
            }
        }
        return new BalanceSource.OneCase(room.node().state(), proposals);
    }

    @Bean
    HoldDesk holdDesk(Store store, Clock clock) {
        return new HoldDesk(store.holds(), store.boards(), store.registers(), clock);
    }

    @Bean
    LearnedSource learnedSource(Cases cases, NodeIdentity identity) {
        return caseId -> cases.find(caseId).map(room -> {
            List<Envelope> envelopes = envelopes(room);
            return new LearnedSource.OneCase(
                    room.node().state(), envelopes.size(), place -> opened(envelopes.get(place), identity));
        });
    }

    @Bean
    LearnedDesk learnedDesk(LearnedSource source) {
        return new LearnedDesk(source);
    }

    /** The acts of one kind of a case, opened. */
    private static List<ActRecord> acts(CaseRoom room, NodeIdentity identity, String kind) {
        return envelopes(room).stream()
                .filter(envelope -> envelope.kind().equals(kind))
                .map(envelope -> opened(envelope, identity))
                .toList();
    }

    private static List<Envelope> envelopes(CaseRoom room) {
        try {
            return room.node().envelopes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ActRecord opened(Envelope envelope, NodeIdentity identity) {
        try {
            return Sealer.open(envelope, identity.id(), identity.sealing()).orElseThrow();
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("an envelope that this node had accepted cannot be opened", e);
        }
    }

    @Bean
    NodeCaseActions caseActions(NodeIdentity identity, Cases cases, People people, TestOperators operators) {
        return new NodeCaseActions(identity.id(), cases, people, operators);
    }

    @Bean
    CaseSetup caseSetup(NodeConfig config, NodeIdentity identity, People people, Cases cases) {
        return new NodeCaseSetup(config, identity, people, cases);
    }

    @Bean
    TalksDesk talksDesk(NodeConfig config, NodeIdentity identity, Cases cases, ReleaseGate gate, Clock clock) {
        return new TalksDesk(
                config.home().resolve("talks"),
                identity,
                config.isAgency(),
                () -> cases.all().stream()
                        .map(room -> room.participants().mediator().signingKey())
                        .collect(Collectors.toSet()),
                gate,
                clock);
    }

    @Bean
    DaySource daySource(NodeConfig config, Cases cases) {
        DayReadings readings = new DayReadings();
        return caseId -> cases.find(caseId).map(room -> {
            try {
                return new DaySource.Case(
                        room.node().state(),
                        room.wholeCheckpoint().map(note -> new String(note.bytes(), StandardCharsets.UTF_8)),
                        JointLedger.policyText(room.participants()),
                        new DayFolder(
                                config.home().resolve("cases").resolve(caseId).resolve("days"), readings),
                        room.desk()::soughtRows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Bean
    DayFollowUp dayFollowUp(NodeConfig config, NodeCaseActions acts, FamilyRooms rooms) {
        return new DayFollowUp(config.id(), acts, (person, occasion, evidence, facts, signed) -> {
            Map<String, Families.Kind> kinds = new TreeMap<>();
            facts.forEach((dossier, fact) -> kinds.put(
                    dossier,
                    switch (fact) {
                        case RELEASED -> Families.Kind.RELEASED;
                        case NOT_RETURNED -> Families.Kind.NOT_RETURNED;
                    }));
            DayNews.Taken taken = rooms.news().take(person, occasion, evidence, kinds, signed);
            return new DayFamilies.Result(taken.recorded(), taken.takenBack());
        });
    }

    @Bean
    WishDesk wishDesk(Store store, Clock clock) {
        return new WishDesk(store.wishes(), clock);
    }

    @Bean
    RemainsDesk remainsDesk(Store store, DaySource days, Clock clock) {
        return new RemainsDesk(store.remains(), store.registers(), new DayParts(days)::seen, clock, new SecureRandom());
    }

    @Bean
    RecordDesk recordDesk(NodeConfig config, Clock clock) {
        return new RecordDesk(config.home().resolve("record"), clock);
    }

    @Bean
    ReadNotes readNotes(Store store, Clock clock) {
        return new ReadNotes() {
            @Override
            public void note(String person, String path) {
                store.readLog().add(new ReadLog.Entry(person, path, clock.instant()));
            }

            @Override
            public void asked(String person, String request) {
                store.privateActs().record("request", person, clock.instant(), request);
            }
        };
    }

    @Bean
    RegisterDesk registerDesk(Store store, Clock clock) {
        return new RegisterDesk(store.registers(), clock);
    }

    @Bean
    DossierRooms dossierRooms(NodeConfig config, NodeIdentity identity, Cases cases, Store store, Clock clock) {
        OtherSide other = config.isAgency() ? List::of : new CaseReplies(cases, identity.id());
        return DossierRooms.open(store, other, config.id(), identity.signing(), clock, new SecureRandom());
    }

    @Bean
    DutyDesk dutyDesk(NodeConfig config, Store store, Clock clock) throws IOException {
        return new DutyDesk(
                Duty.of(config.home()),
                new HeldPeople(store.registers(), store.twins()),
                store.dutyEvents(),
                () -> JoinedRows.of(store.twins(), Registers.Kind.HELD)
                        .all(Deaths.confirmed(store.claims(), Registers.Kind.HELD)),
                () -> JoinedRows.of(store.twins(), Registers.Kind.HELD)::group,
                clock);
    }

    @Bean
    TracingDesk tracingDesk(Cases cases, Store store, Clock clock) {
        return new TracingDesk(new CasePairs(cases, store), store.reviews(), clock);
    }

    @Bean
    FamilyRooms familyRooms(NodeConfig config, NodeIdentity identity, PeopleDesk people, Store store, Clock clock) {
        return FamilyRooms.open(
                store,
                config.id(),
                config.name(),
                config.pagesUrl().resolve("/family"),
                people.site(),
                identity.signing(),
                clock,
                new SecureRandom());
    }

    @Bean
    Intake intake(NodeConfig config, Store store, Clock clock) {
        return new Intake(config.home().resolve("intake"), store.registers(), clock);
    }

    @Bean
    SignIn signIn(People people, PeopleDesk desk, TestOperators operators) {
        return new SignIn() {
            @Override
            public Optional<Reader> byToken(String token) {
                return people.byToken(token).map(Pages::reader);
            }

            @Override
            public Optional<Reader> byPasskey(String credential, String signature, String nonce) {
                return desk.signIn(new PeopleDesk.Signed(credential, "", signature), nonce)
                        .map(Pages::reader);
            }

            @Override
            public Optional<Reader> byId(String personId) {
                return people.find(personId).map(Pages::reader);
            }

            @Override
            public List<Reader> testOperators() {
                return operators.all().stream()
                        .flatMap(o -> people.find(o.id()).stream())
                        .map(Pages::reader)
                        .toList();
            }
        };
    }

    @Bean
    OperatorSigns operatorSigns(TestOperators operators) {
        return (person, text) -> operators.key(person).map(key -> key.sign(Bytes.utf8(text)));
    }

    private static Reader reader(Person person) {
        return new Reader(
                person.id(),
                person.name(),
                person.role().name(),
                person.role().acts(),
                person.role().takesIn());
    }
}
