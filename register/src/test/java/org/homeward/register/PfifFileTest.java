package org.homeward.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.register.ReadOutcome.Code;
import org.homeward.register.ReadOutcome.Read;
import org.homeward.register.ReadOutcome.Refused;
import org.homeward.register.ReadOutcome.RowVerdict;
import org.homeward.register.ReadOutcome.Verdict;
import org.junit.jupiter.api.Test;

/** All persons here are made up. */
class PfifFileTest {
    private static final Instant NOW = Instant.parse("2026-02-05T12:00:00Z");

    private static String file(String... records) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.4" xmlns:old="http://zesty.ca/pfif/1.1"
                    xmlns:three="http://zesty.ca/pfif/1.3" xmlns:none="http://example.org/none">
                """ + String.join("\n", records) + "\n</pfif:pfif>\n";
    }

    private static String person(String prefix, String id, String... fields) {
        StringBuilder xml = new StringBuilder("<" + prefix + ":person>");
        if (!id.isEmpty()) {
            xml.append("<%1$s:person_record_id>%2$s</%1$s:person_record_id>".formatted(prefix, id));
        }
        fields(xml, prefix, fields);
        return xml.append("</" + prefix + ":person>").toString();
    }

    private static String note(String id, String about, String... fields) {
        StringBuilder xml = new StringBuilder("<pfif:note><pfif:note_record_id>" + id
                + "</pfif:note_record_id><pfif:person_record_id>" + about + "</pfif:person_record_id>");
        fields(xml, "pfif", fields);
        return xml.append("</pfif:note>").toString();
    }

    private static void fields(StringBuilder xml, String prefix, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            xml.append("<%1$s:%2$s>%3$s</%1$s:%2$s>".formatted(prefix, fields[i], fields[i + 1]));
        }
    }

    private static ReadOutcome outcome(String xml) {
        return RegisterReader.read("people.xml", xml.getBytes(StandardCharsets.UTF_8), Map.of(), NOW);
    }

    private static Read read(String xml) {
        assertThat(outcome(xml)).isInstanceOf(Read.class);
        return (Read) outcome(xml);
    }

    private static List<Verdict> verdicts(Read read) {
        return read.seen().verdicts().stream().map(RowVerdict::verdict).toList();
    }

    private static String refusal(String xml) {
        assertThat(outcome(xml)).isInstanceOf(Refused.class);
        Refused refused = (Refused) outcome(xml);
        assertThat(refused.code()).isIn(Code.BAD_PFIF, Code.NO_ROWS);
        return refused.sentence();
    }

    @Test
    void readsRecordsOfSeveralVersionsFromOneFile() {
        Read read = read(file(
                person("pfif", "a.example/1", "source_date", "2026-01-01T00:00:00Z", "full_name", "Іван Тестенко"),
                person(
                        "old",
                        "b.example/2",
                        "source_date",
                        "2026-01-01T00:00:00Z",
                        "first_name",
                        "Jan",
                        "last_name",
                        "Doe",
                        "home_zip",
                        "01001"),
                person(
                        "three",
                        "c.example/3",
                        "source_date",
                        "2026-01-01T00:00:00Z",
                        "full_name",
                        "X Y",
                        "date_of_birth",
                        "1990-02")));
        RegisterTable table = read.table();
        assertThat(read.seen().encoding()).isEqualTo("PFIF");
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.value(0, table.column(Field.FULL_NAME))).isEqualTo("Іван Тестенко");
        assertThat(table.value(1, table.column(Field.SURNAME))).isEqualTo("Doe");
        assertThat(table.value(1, table.column(Field.POSTCODE))).isEqualTo("01001");
        assertThat(table.value(2, table.column(Field.BIRTH_DATE))).isEqualTo("1990-02");
        assertThat(table.id(1)).isEqualTo("b.example/2");
        assertThat(verdicts(read)).isEmpty();
    }

    @Test
    void judgesEachRecordForItselfAndReadsTheSoundOnes() {
        Read read = read(file(
                person("pfif", "a.example/1", "source_date", "2026-01-01T00:00:00Z", "full_name", "A"),
                person("none", "a.example/2", "full_name", "B"),
                person("pfif", "", "full_name", "C"),
                person("pfif", "a.example/4", "source_date", "2026-01-01T00:00:00Z"),
                person("pfif", "homeless", "full_name", "E", "source_date", "yesterday"),
                "<pfif:person><pfif:full_name>F</pfif:full_name><pfif:person_record_id>a.example/6"
                        + "</pfif:person_record_id><none:rank>x</none:rank></pfif:person>"));
        assertThat(read.table().size()).isEqualTo(3);
        assertThat(read.seen().leftOut()).isEqualTo(3);
        assertThat(verdicts(read))
                .containsExactlyInAnyOrder(
                        Verdict.UNKNOWN_NAMESPACE,
                        Verdict.NO_ID,
                        Verdict.NO_NAME,
                        Verdict.ID_WITHOUT_HOME,
                        Verdict.BAD_DATE,
                        Verdict.WRONG_ORDER,
                        Verdict.FOREIGN_FIELD,
                        Verdict.NO_SOURCE_DATE);
        assertThat(read.seen().verdicts())
                .as("each verdict names its line")
                .allMatch(v -> v.line() >= 4 && v.line() <= 9);
    }

    @Test
    void keepsOfAnExpiredRecordOnlyItsIdAndDates() {
        String expired = person(
                "pfif",
                "a.example/1",
                "source_date",
                "2026-01-01T00:00:00Z",
                "expiry_date",
                "2026-02-04T11:59:59Z",
                "full_name",
                "Gone Soon",
                "description",
                "scar");
        Read read =
                read(file(expired, note("a.example/n1", "a.example/1", "status", "believed_alive", "text", "seen")));
        assertThat(verdicts(read)).containsExactly(Verdict.EXPIRED, Verdict.EXPIRED);
        RegisterTable table = read.table();
        for (int c = 0; c < table.columns().size(); c++) {
            assertThat(String.valueOf(table.value(0, c)))
                    .doesNotContain("Gone")
                    .doesNotContain("scar")
                    .doesNotContain("alive");
        }
        assertThat(table.value(0, table.column(Field.EXPIRY))).isEqualTo("2026-02-04T11:59:59Z");
        // A day of grace: the copies in the world have so long to go.
        assertThat(verdicts(read(file(expired.replace("2026-02-04T11:59:59Z", "2026-02-04T12:00:01Z")))))
                .isEmpty();
    }

    @Test
    void aClaimOfADeathIsSaidAndChangesNothing() {
        Read read = read(file(
                person("pfif", "a.example/1", "source_date", "2026-01-01T00:00:00Z", "full_name", "A"),
                note("a.example/n1", "a.example/1", "source_date", "2026-01-02T00:00:00Z", "status", "believed_dead"),
                note(
                        "a.example/n2",
                        "a.example/1",
                        "source_date",
                        "2026-01-01T00:00:00Z",
                        "status",
                        "believed_alive")));
        assertThat(verdicts(read)).containsExactly(Verdict.CLAIM_OF_DEATH);
        RegisterTable table = read.table();
        assertThat(table.columns()).contains(new Column("claimed_status", Field.STATUS));
        int claim = table.columns().indexOf(new Column("claimed_status", Field.STATUS));
        assertThat(table.value(0, claim)).isEqualTo("believed_dead");
        assertThat(table.value(0, claim + 1)).isEqualTo("a.example/n1");
        assertThat(table.column(Field.KIND))
                .as("no column that the engines read")
                .isEqualTo(-1);
    }

    @Test
    void theAddressOfAPhotographIsKeptAsItStandsAndNeverAskedFor() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        elsewhere.start();
        try {
            String photo = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/face.jpg";
            Read read = read(file(
                    person(
                            "pfif",
                            "a.example/1",
                            "source_date",
                            "2026-01-01T00:00:00Z",
                            "full_name",
                            "A",
                            "photo_url",
                            photo),
                    note("a.example/n1", "a.example/1", "source_date", "2026-01-02T00:00:00Z", "photo_url", photo)));

            RegisterTable table = read.table();
            int at = table.columns().indexOf(new Column("photo_url", Field.OTHER));
            assertThat(table.value(0, at)).isEqualTo(photo);
            assertThat(asked)
                    .as("whoever keeps the picture would learn who is looked for")
                    .hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void saysWhichLinksAreOneWay() {
        String a = person("pfif", "a.example/1", "source_date", "2026-01-01T00:00:00Z", "full_name", "A");
        String b = person("pfif", "a.example/2", "source_date", "2026-01-01T00:00:00Z", "full_name", "A");
        String there = note("a.example/n1", "a.example/1", "linked_person_record_id", "a.example/2");
        String back = note("a.example/n2", "a.example/2", "linked_person_record_id", "a.example/1");
        assertThat(verdicts(read(file(a, b, there)))).containsExactly(Verdict.ONE_WAY_LINK);
        assertThat(verdicts(read(file(a, b, there, back)))).isEmpty();
    }

    @Test
    void ofTwoCopiesTheNewerCounts() {
        Read read = read(file(
                person("pfif", "a.example/1", "source_date", "2026-01-02T00:00:00Z", "full_name", "New"),
                person("pfif", "a.example/1", "source_date", "2026-01-01T00:00:00Z", "full_name", "Old"),
                note("a.example/n9", "a.example/77", "text", "about nobody here")));
        assertThat(read.table().size()).isEqualTo(1);
        assertThat(read.table().value(0, read.table().column(Field.FULL_NAME))).isEqualTo("New");
        assertThat(verdicts(read)).containsExactly(Verdict.OLDER_COPY, Verdict.NOTE_WITHOUT_PERSON);
    }

    @Test
    void refusesWhatIsNotPfifInASentence() {
        assertThat(refusal("<html><body>no</body></html>")).contains("not PFIF");
        assertThat(refusal(file(person("pfif", "a.example/1", "full_name", "A")).replace("</pfif:pfif>", "")))
                .contains("not well-formed")
                .contains("line");
        assertThat(refusal("<pfif xmlns=\"http://zesty.ca/pfif/1.4\"/>")).contains("no person's record");
        assertThat(refusal("<!DOCTYPE pfif [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><pfif>&x;</pfif>"))
                .contains("document type");
        assertThat(refusal("<pfif><person><full_name>&x;</full_name></person></pfif>"))
                .contains("people.xml");
        assertThat(refusal("<pfif>" + "<a>".repeat(200_000))).contains("deeper");
        assertThat(refusal("<pfif xmlns=\"http://zesty.ca/pfif/1.4\"><person>" + "<x>1</x>".repeat(1_000_000)))
                .contains("more than 100 fields");
    }

    @Test
    void readsWhatItsDeclarationSaysOfItsEncoding() {
        String xml = file(person("pfif", "a.example/1", "source_date", "2026-01-01T00:00:00Z", "full_name", "Іван"))
                .replace("UTF-8", "windows-1251");
        ReadOutcome outcome = RegisterReader.read("f", xml.getBytes(Charset.forName("windows-1251")), Map.of(), NOW);
        RegisterTable table = ((Read) outcome).table();
        assertThat(table.value(0, table.column(Field.FULL_NAME))).isEqualTo("Іван");
    }

    @Test
    void anyDamageGivesATableOrASentence() {
        byte[] sound = file(
                        person("pfif", "a.example/1", "source_date", "2026-01-01T00:00:00Z", "full_name", "Іван"),
                        note("a.example/n1", "a.example/1", "status", "believed_dead", "text", "x"))
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(5);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = sound.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(3) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            switch (RegisterReader.read("f", cut, Map.of(), NOW)) {
                case Read r -> assertThat(r.table().size()).isPositive();
                case Refused r -> assertThat(r.sentence()).startsWith("f ").endsWith(".");
            }
        }
    }
}
