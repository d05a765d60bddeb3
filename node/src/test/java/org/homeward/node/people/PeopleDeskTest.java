package org.homeward.node.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.homeward.node.people.PeopleDesk.No;
import org.homeward.node.people.PeopleDesk.Signed;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.PersonKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PeopleDeskTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-02-05T08:00:00Z");

    @TempDir
    private Path home;

    private String first;
    private PeopleDesk desk;
    private Device headDevice;

    @BeforeEach
    void setUp() throws Exception {
        new People("localhost", List.of()).save(home);
        first = PeopleDesk.first("ua", home, at(NOW), RANDOM);
        desk = open(NOW);
        headDevice = new Device("head-key");
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    private PeopleDesk open(Instant time) throws Exception {
        return new PeopleDesk("ua", "localhost", home, People.load(home, "localhost"), at(time), RANDOM);
    }

    private Person enrol(String code, String name, Device device) throws Exception {
        Invitation invitation = desk.invitation(code).orElseThrow();
        String called = invitation.invitedBy().isEmpty() ? name : invitation.name();
        String nonce = desk.nonce();
        String text = desk.text("enrol", PeopleDesk.enrolment(invitation, called.strip(), nonce));
        return desk.enrol(code, name, device.sign(text), nonce);
    }

    private PeopleDesk.Invited invite(Person by, Device device, String name, Person.Role role) throws Exception {
        String nonce = desk.nonce();
        String text = desk.text("invite", Map.of("nonce", nonce, "name", name, "role", role.name()));
        return desk.invite(by.id(), name, role, device.sign(text), nonce);
    }

    private PeopleDesk.Invited confirm(Person by, Device device, Invitation invitation) throws Exception {
        String nonce = desk.nonce();
        String text = desk.text("confirm", PeopleDesk.confirmation(invitation, nonce));
        return desk.confirm(by.id(), invitation.id(), device.sign(text), nonce);
    }

    private static No why(Throwable e) {
        return ((PeopleDesk.Refused) e).why();
    }

    @Test
    void theFirstPersonEnrolsWithTheCodeOfTheSetUpAndSignsIn() throws Exception {
        Person head = enrol(first.toUpperCase(java.util.Locale.ROOT).replace("-", " "), "Olena Head", headDevice);

        assertThat(head.role()).isEqualTo(Person.Role.HEAD);
        assertThat(PersonKey.isSound(head.key("localhost"))).isTrue();
        String nonce = desk.nonce();
        Signed signed = headDevice.sign(desk.text("sign-in", Map.of("nonce", nonce)));
        assertThat(desk.signIn(signed, nonce)).contains(head);
        assertThat(desk.signIn(signed, desk.nonce()))
                .as("a signature over another number")
                .isEmpty();
        assertThat(desk.signIn(signed, "")).isEmpty();
        assertThat(open(NOW).people()).containsExactly(head);
    }

    @Test
    void aCodeServesOnceAndForTwoDays() throws Exception {
        enrol(first, "Olena Head", headDevice);
        assertThat(desk.invitation(first)).isEmpty();

        String another = PeopleDesk.first("ru", home, at(NOW), RANDOM);
        assertThat(open(NOW.plus(PeopleDesk.CODE).minusSeconds(1)).invitation(another))
                .isPresent();
        assertThat(open(NOW.plus(PeopleDesk.CODE)).invitation(another)).isEmpty();
        assertThat(open(NOW).invitation("00000-00000-00000-00000")).isEmpty();
    }

    @Test
    void theSecondIsInvitedByTheFirstAndTheThirdNeedsThemBoth() throws Exception {
        Person head = enrol(first, "Olena Head", headDevice);
        PeopleDesk.Invited second = invite(head, headDevice, "Petro Second", Person.Role.LIST_OFFICER);
        Device secondDevice = new Device("second-key");
        Person officer = enrol(second.code().orElseThrow(), "ignored", secondDevice);
        assertThat(officer.name()).isEqualTo("Petro Second");

        PeopleDesk.Invited third = invite(officer, secondDevice, "Iryna Third", Person.Role.ANALYST);
        assertThat(third.code()).as("nobody has confirmed yet").isEmpty();
        assertThatThrownBy(() -> confirm(officer, secondDevice, third.invitation()))
                .satisfies(e -> assertThat(why(e)).isEqualTo(No.NOT_YOURS));
        assertThatThrownBy(() -> confirm(head, secondDevice, third.invitation()))
                .satisfies(e -> assertThat(why(e)).isEqualTo(No.SIGNATURE));
        String code = confirm(head, headDevice, third.invitation()).code().orElseThrow();
        assertThat(enrol(code, "", new Device("third-key")).role()).isEqualTo(Person.Role.ANALYST);
        assertThat(desk.invited()).isEmpty();
    }

    @Test
    void aPasskeyIsAddedByAnOldOneAndBothSignIn() throws Exception {
        Person head = enrol(first, "Olena Head", headDevice);
        Device spare = new Device("spare-key");
        String nonce = desk.nonce();
        String text = desk.text("add-key", Map.of("nonce", nonce, "person", head.id(), "key", spare.point()));
        assertThatThrownBy(() -> desk.addPasskey(head.id(), spare.sign(text), spare.sign(text), nonce))
                .as("a stranger's key cannot add itself")
                .satisfies(e -> assertThat(why(e)).isEqualTo(No.SIGNATURE));

        Person now = desk.addPasskey(head.id(), spare.sign(text), headDevice.sign(text), nonce);

        assertThat(now.passkeys()).hasSize(2);
        String again = desk.nonce();
        assertThat(desk.signIn(spare.sign(desk.text("sign-in", Map.of("nonce", again))), again))
                .contains(now);
        assertThatThrownBy(() -> desk.addPasskey(head.id(), spare.sign(text), headDevice.sign(text), nonce))
                .satisfies(e -> assertThat(why(e)).isEqualTo(No.PASSKEY));
    }

    @Test
    void aHeadTakesAPersonOffAloneAndNobodyElseDoes() throws Exception {
        Person head = enrol(first, "Olena Head", headDevice);
        Device otherDevice = new Device("other-key");
        Person officer = enrol(
                invite(head, headDevice, "Petro Second", Person.Role.LIST_OFFICER)
                        .code()
                        .orElseThrow(),
                "",
                otherDevice);

        String nonce = desk.nonce();
        String text = desk.text("remove", Map.of("nonce", nonce, "person", head.id()));
        assertThatThrownBy(() -> desk.remove(officer.id(), head.id(), otherDevice.sign(text), nonce))
                .satisfies(e -> assertThat(why(e)).isEqualTo(No.NOT_YOURS));
        String next = desk.nonce();
        desk.remove(
                head.id(),
                officer.id(),
                headDevice.sign(desk.text("remove", Map.of("nonce", next, "person", officer.id()))),
                next);

        String in = desk.nonce();
        assertThat(desk.signIn(otherDevice.sign(desk.text("sign-in", Map.of("nonce", in))), in))
                .isEmpty();
        assertThat(desk.people()).containsExactly(head);
    }

    @Test
    void namesThatNobodyCanReadAreRefused() throws Exception {
        for (String bad :
                List.of("", "  ", "Olena\u202eHead", "Olena\u200bHead", "a".repeat(81), "Olena\nHead", "\u0000")) {
            assertThatThrownBy(() -> enrol(first, bad, headDevice))
                    .as(bad)
                    .satisfies(e -> assertThat(why(e)).isEqualTo(No.NAME));
        }
        assertThat(enrol(first, " Олена О’Ніл ", headDevice).name()).isEqualTo("Олена О’Ніл");
    }

    @Test
    void whatWasDoneIsSignedAndNotedAndCanBeCheckedWithoutTheNode() throws Exception {
        Person head = enrol(first, "Olena Head", headDevice);
        invite(head, headDevice, "Petro Second", Person.Role.LIST_OFFICER);

        List<String> lines = Files.readAllLines(home.resolve("people.log"));
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            var note = JsonMapper.builder().build().readTree(line);
            assertThat(PersonKey.verifies(
                            note.get("key").stringValue(),
                            Bytes.utf8(note.get("signed").stringValue()),
                            note.get("signature").stringValue()))
                    .isTrue();
            assertThat(note.get("by").stringValue()).isEqualTo(head.id());
        }
        assertThat(lines.toString()).as("no code is in the log").doesNotContain(first);
        assertThat(Files.readString(home.resolve("invitations.json"))).doesNotContain(first);
    }

    @Test
    void anInvitationThatSurvivedACrashAfterItsEnrolmentServesNobody() throws Exception {
        byte[] before = Files.readAllBytes(home.resolve("invitations.json"));
        enrol(first, "Olena Head", headDevice);
        Files.write(home.resolve("invitations.json"), before);
        desk = open(NOW.plus(Duration.ofMinutes(1)));

        assertThatThrownBy(() -> enrol(first, "Somebody Else", new Device("thief-key")))
                .satisfies(e -> assertThat(why(e)).isEqualTo(No.CODE));
        assertThat(desk.people()).hasSize(1);
        assertThat(desk.invitation(first)).isEmpty();
    }
}
