package org.homeward.node.families;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.node.families.FamilyDesk.NewKin;
import org.homeward.node.families.FamilyDesk.No;
import org.homeward.node.families.FamilyDesk.Outcome;
import org.homeward.node.people.Person;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Kind;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Families.Source;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Store;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;

/** A bureau with three made-up persons sought, its officers, and a clock that is set by hand. */
final class Office implements AutoCloseable {
    private static final Map<String, SigningKey> KEYS = new ConcurrentHashMap<>();

    static final Person FIRST = person("liaison-1", Person.Role.LIAISON);
    static final Person SECOND = person("liaison-2", Person.Role.LIAISON);
    static final Person HEAD = person("head-1", Person.Role.HEAD);
    static final Person OFFICER = person("officer-1", Person.Role.LIST_OFFICER);
    static final Person AUDITOR = person("auditor-1", Person.Role.AUDITOR);
    static final URI PAGE = URI.create("https://bureau.example/family");

    final Store store;
    final FamilyRooms rooms;
    final SigningKey key = SigningKey.generate(new SecureRandom());
    Instant now = Instant.parse("2026-02-05T12:00:00Z");

    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private Office(Store store) {
        this.store = store;
        rooms = FamilyRooms.open(store, "ua", "Bureau (test)", PAGE, "localhost", key, clock, new SecureRandom());
    }

    static Office open(Path folder) throws Exception {
        Store store = Store.embedded(folder.resolve("homeward.db"));
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"Testenko", "Danylo"});
        rows.add(new String[] {"Primerov", "Oleh"});
        rows.add(new String[] {"Zrazkovyi", "Marko"});
        RegisterTable table = new RegisterTable(
                List.of(new Column("surname", Field.SURNAME), new Column("given", Field.GIVEN_NAME)),
                List.of("s-1", "s-2", "s-3"),
                rows);
        store.registers().add(Registers.Kind.SOUGHT, "sought.csv", "00", table, "clerk", Instant.EPOCH);
        return new Office(store);
    }

    /** More made-up people sought. */
    void sought(java.util.Collection<String> dossiers) {
        List<String[]> rows = new ArrayList<>();
        dossiers.forEach(dossier -> rows.add(new String[] {"Testenko", "Oles " + dossier}));
        store.registers()
                .add(
                        Registers.Kind.SOUGHT,
                        "more.csv",
                        "01",
                        new RegisterTable(
                                List.of(new Column("surname", Field.SURNAME), new Column("given", Field.GIVEN_NAME)),
                                List.copyOf(dossiers),
                                rows),
                        "clerk",
                        Instant.EPOCH);
    }

    private static Person person(String id, Person.Role role) {
        SigningKey own = SigningKey.generate(new SecureRandom());
        KEYS.put(id, own);
        return new Person(id, "Test " + id, role, own.publicText(), "");
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    static NewKin kin(String dossier, Channel channel, String address) {
        return new NewKin(
                dossier, "Kin of " + dossier, "mother", "birth record", channel, address, "", "en", "Europe/Kyiv");
    }

    /** A verified kin's case code. */
    String family(String dossier, Channel channel, String address) {
        expectDone(rooms.desk().record(FIRST, kin(dossier, channel, address)));
        String id = rooms.families().kin(99).stream()
                .filter(k -> k.dossier().equals(dossier) && !k.verified())
                .findFirst()
                .orElseThrow()
                .id();
        return expectDone(rooms.desk().verify(SECOND, id)).detail();
    }

    /** An event that two people stand for. */
    void happened(Kind kind, String occasion, String... dossiers) {
        expectDone(rooms.desk()
                .happened(
                        FIRST,
                        kind,
                        occasion,
                        Source.RECONCILIATION,
                        "joint statement 1, digest 00aa",
                        List.of(dossiers)));
        for (var event : rooms.families().events(99)) {
            if (event.verifiedBy().isEmpty()) {
                expectDone(rooms.desk().verifyEvent(SECOND, event.id()));
            }
        }
    }

    /** What a person does on a notice's page, with his own key. */
    Outcome release(Person by, String notice) {
        String text = rooms.families()
                .notice(notice)
                .map(n -> rooms.releases().text(by, n))
                .orElse("");
        return rooms.desk().release(by, notice, sign(by, text));
    }

    /** The same for figures. */
    Outcome releaseFigures(Person by, String id, String reason) {
        String text = rooms.figures()
                .draft(id)
                .map(d -> rooms.releases().text(by, d.release()))
                .orElse("");
        return rooms.figures().release(by, id, reason, sign(by, text));
    }

    static String sign(Person by, String text) {
        return KEYS.get(by.id()).sign(Bytes.utf8(text));
    }

    /** Two people release every draft. */
    void releaseAll() {
        for (Notice notice : rooms.families().notices(99)) {
            if (notice.askedBy().isEmpty()) {
                expectDone(release(FIRST, notice.id()));
                expectDone(release(SECOND, notice.id()));
            }
        }
    }

    static Outcome expectDone(Outcome outcome) {
        if (outcome.no().isPresent()) {
            throw new AssertionError("not done: " + outcome.no().get() + " " + outcome.detail());
        }
        return outcome;
    }

    static No no(Outcome outcome) {
        return outcome.no().orElseThrow();
    }

    @Override
    public void close() {
        store.close();
    }
}
