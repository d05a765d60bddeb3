package org.homeward.node.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.homeward.node.people.ApiToken.Rights;
import org.homeward.node.people.ApiTokens.Made;
import org.homeward.node.people.ApiTokens.Program;
import org.homeward.node.people.PeopleDesk.No;
import org.homeward.node.people.PeopleDesk.Refused;
import org.homeward.node.people.PeopleDesk.Signed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTokensTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path home;

    private Instant now = Instant.parse("2026-02-05T08:00:00Z");
    private Device device;
    private People people;
    private PeopleDesk desk;
    private ApiTokens tokens;

    @BeforeEach
    void setUp() throws Exception {
        device = new Device("analyst-key");
        Signed key = device.sign("anything");
        people = new People(
                "localhost",
                List.of(
                        new Person(
                                "analyst",
                                "Sample",
                                Person.Role.ANALYST,
                                "",
                                "",
                                List.of(new Person.Passkey(key.credential(), key.point(), now.toString()))),
                        new Person("program", "Sample", Person.Role.HEAD, "", People.hash("old"))));
        people.save(home);
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        desk = new PeopleDesk("ua", "localhost", home, people, clock, RANDOM);
        tokens = new ApiTokens(home, people, desk, clock, RANDOM);
    }

    private Made make(String label, Rights rights, int days) throws Exception {
        String nonce = desk.nonce();
        String text = desk.text("token", ApiTokens.values(nonce, "analyst", label, rights, days));
        return tokens.make("analyst", label, rights, days, device.sign(text), nonce);
    }

    @Test
    void aTokenLetsAPersonsProgramInUntilItEnds() throws Exception {
        Made made = make("nightly report", Rights.READ, 7);
        assertThat(made.secret()).startsWith(ApiToken.PREFIX).hasSize(ApiToken.PREFIX.length() + 64);
        assertThat(tokens.program(made.secret()).map(Program::rights)).hasValue(Rights.READ);
        assertThat(tokens.program(made.secret()).map(p -> p.person().id())).hasValue("analyst");
        assertThat(Files.readString(home.resolve(ApiTokens.FILE))).doesNotContain(made.secret());
        assertThat(Files.readString(home.resolve("people.log"))).contains("nightly report");
        ApiTokens again = new ApiTokens(home, people, desk, Clock.fixed(now, ZoneOffset.UTC), RANDOM);
        assertThat(again.program(made.secret())).isPresent();
        now = now.plus(Duration.ofDays(7));
        assertThat(tokens.program(made.secret())).isEmpty();
        assertThat(tokens.of("analyst")).isEmpty();
    }

    @Test
    void whoSignsSomethingElseGetsNone() throws Exception {
        String nonce = desk.nonce();
        String text = desk.text("token", ApiTokens.values(nonce, "analyst", "report", Rights.READ, 7));
        Signed signed = device.sign(text);
        assertThatThrownBy(() -> tokens.make("analyst", "report", Rights.PREPARE, 7, signed, nonce))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why()).isEqualTo(No.SIGNATURE));
        assertThatThrownBy(() -> tokens.make("analyst", "report", Rights.READ, 7, signed, ""))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why()).isEqualTo(No.SIGNATURE));
        assertThatThrownBy(() -> tokens.make("program", "report", Rights.READ, 7, signed, nonce))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why()).isEqualTo(No.SIGNATURE));
        assertThatThrownBy(() -> make("report\u202E", Rights.READ, 7)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> make("report", Rights.READ, ApiToken.MOST_DAYS + 1))
                .isInstanceOf(Refused.class);
        assertThat(Files.exists(home.resolve(ApiTokens.FILE))).isFalse();
    }

    @Test
    void itEndsWithTheWordOfItsOwnerOrWithHim() throws Exception {
        Made one = make("one", Rights.READ, 7);
        Made two = make("two", Rights.READ, 7);
        assertThat(tokens.end("program", one.token().id())).isFalse();
        assertThat(tokens.end("analyst", one.token().id())).isTrue();
        assertThat(tokens.program(one.secret())).isEmpty();
        assertThat(tokens.program(two.secret())).isPresent();
        people.remove("analyst", home);
        assertThat(tokens.program(two.secret())).isEmpty();
    }

    @Test
    void nobodyHasMoreThanTen() throws Exception {
        for (int i = 0; i < ApiToken.MOST; i++) {
            make("number " + i, Rights.READ, 7);
        }
        assertThatThrownBy(() -> make("one more", Rights.READ, 7)).isInstanceOf(Refused.class);
        now = now.plus(Duration.ofDays(7));
        assertThat(make("one more", Rights.READ, 7).token().label()).isEqualTo("one more");
    }
}
