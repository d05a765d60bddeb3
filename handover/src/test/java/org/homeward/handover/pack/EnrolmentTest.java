package org.homeward.handover.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.handover.Days;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.log.Roster;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
    private final Drill drill = Days.small(3, 6, 17);
    private final Roster roster = drill.roster();

    private static String code(Result<?> result) {
        return result instanceof Result.Refused<?>(Refusal refusal) ? refusal.code() : "accepted";
    }

    private static Enrolment of(String device, String party, String officer) {
        return new Enrolment(
                1,
                new Roster.Device(
                        device,
                        party,
                        "north",
                        SigningKey.generate(Days.KEYS).publicText(),
                        SealingKey.generate(Days.KEYS).publicText()),
                new Roster.Officer(
                        officer, party, SigningKey.generate(Days.KEYS).publicText()));
    }

    @Test
    void aDeviceEnrolledAgainTakesItsOwnPlaceAndANewOneComesLast() {
        Enrolment again = of("aa-01", "aa", "guard");
        Roster with = again.into(roster).get();
        assertThat(with.devices()).hasSameSizeAs(roster.devices());
        assertThat(with.device("aa-01")).hasValue(again.device());
        assertThat(with.officers()).hasSize(roster.officers().size() + 1).endsWith(again.officer());
        assertThat(of("aa-09", "aa", "guard-2").into(with).get().devices()).hasSize(7);
    }

    @Test
    void aSideCannotEnrolItselfInThePlaceOfTheOther() {
        assertThat(code(of("aa-01", "bb", "guard").into(roster))).isEqualTo("enrolment.other-side");
        assertThat(code(of("bb-09", "bb", "officer-aa-01").into(roster))).isEqualTo("enrolment.other-side");
    }

    @Test
    void aKeyThatAnotherDeviceHasIsRefused() {
        Enrolment own = of("aa-09", "aa", "guard");
        Roster.Device taken = new Roster.Device(
                "aa-09",
                "aa",
                "north",
                roster.devices().getFirst().key(),
                own.device().sealingKey());
        assertThat(code(new Enrolment(1, taken, own.officer()).into(roster))).isEqualTo("roster.flaw");
    }

    @Test
    void aFileThatLacksAKeyOrNamesTwoSidesIsNoEnrolment() {
        String file =
                new String(CanonicalJson.bytes(of("aa-09", "aa", "guard")), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(code(Enrolment.read(Bytes.utf8(file)))).isEqualTo("accepted");
        assertThat(code(Enrolment.read(
                        Bytes.utf8(file.replaceAll("\"sealingKey\":\"[^\"]+\"", "\"sealingKey\":null")))))
                .isEqualTo("enrolment.form");
        assertThat(code(Enrolment.read(Bytes.utf8(file.replaceFirst("\"party\":\"aa\"", "\"party\":\"bb\"")))))
                .isEqualTo("enrolment.form");
        assertThat(code(Enrolment.read(Bytes.utf8("{}")))).isEqualTo("enrolment.form");
    }
}
