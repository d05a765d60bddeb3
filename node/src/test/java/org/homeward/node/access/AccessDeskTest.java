package org.homeward.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.node.access.AccessDesk.Door;
import org.homeward.node.people.Person;
import org.homeward.node.people.Person.Role;
import org.homeward.node.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessDeskTest {
    private static final String CASE = "case-1";
    private static final String REASON = "nobody answers and the bus is at the gate";

    private final List<Person> people = List.of(
            person("head", Role.HEAD),
            person("second", Role.HEAD),
            person("officer", Role.LIST_OFFICER),
            person("later", Role.ANALYST),
            person("clerk", Role.CLERK),
            person("auditor", Role.AUDITOR),
            person("liaison", Role.LIAISON));

    @TempDir
    Path folder;

    private Store store;
    private Instant now = Instant.parse("2026-02-05T09:00:00Z");
    private AccessDesk desk;

    @BeforeEach
    void open() throws Exception {
        store = Store.embedded(folder.resolve("homeward.db"));
        InstantSource source = () -> now;
        desk = new AccessDesk(
                store.caseGrants(),
                store.brokenGlass(),
                id -> id.equals(CASE) ? Optional.of(Set.of("head", "officer")) : Optional.empty(),
                () -> people,
                source.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Person person(String id, Role role) {
        return new Person(id, "Sample " + id, role, "", "");
    }

    private Door door(String person) {
        return desk.door(
                person,
                people.stream()
                        .filter(p -> p.id().equals(person))
                        .findFirst()
                        .orElseThrow()
                        .role(),
                CASE);
    }

    @Test
    void aCaseIsClosedToWhomNeitherRoleNorCardNames() {
        assertThat(people.stream().filter(p -> door(p.id()) == Door.OPEN).map(Person::id))
                .containsExactly("head", "second", "officer", "auditor");
        assertThat(people.stream().filter(p -> door(p.id()) == Door.CLOSED).map(Person::id))
                .containsExactly("later", "clerk", "liaison");
        assertThat(desk.door("officer", Role.LIST_OFFICER, "another")).isEqualTo(Door.CLOSED);
    }

    @Test
    void onlyAHeadLetsInAndClosesAgain() {
        assertThat(desk.grant(CASE, "later", "officer", Role.LIST_OFFICER)).isFalse();
        assertThat(desk.grant(CASE, "liaison", "head", Role.HEAD)).isFalse();
        assertThat(desk.grant(CASE, "nobody", "head", Role.HEAD)).isFalse();
        assertThat(desk.grant("another", "later", "head", Role.HEAD)).isFalse();
        assertThat(desk.grant(CASE, "later", "head", Role.HEAD)).isTrue();
        assertThat(door("later")).isEqualTo(Door.OPEN);
        assertThat(desk.whole(CASE).orElseThrow().closed())
                .extracting(Person::id)
                .containsExactly("clerk");
        assertThat(desk.end(CASE, "later", "officer", Role.LIST_OFFICER)).isFalse();
        assertThat(desk.end(CASE, "later", "second", Role.HEAD)).isTrue();
        assertThat(door("later")).isEqualTo(Door.CLOSED);
    }

    @Test
    void brokenGlassOpensForHalfAnHourAndIsReviewedByAnother() {
        assertThat(desk.breakGlass(CASE, "clerk", Role.CLERK, "short")).isEmpty();
        assertThat(desk.breakGlass(CASE, "liaison", Role.LIAISON, REASON)).isEmpty();
        assertThat(desk.breakGlass(CASE, "clerk", Role.CLERK, REASON)).hasValue(now.plus(AccessDesk.GLASS));
        assertThat(door("clerk")).isEqualTo(Door.GLASS);
        assertThat(door("later")).isEqualTo(Door.CLOSED);
        assertThat(desk.unreviewed()).isOne();
        now = now.plus(AccessDesk.GLASS);
        assertThat(door("clerk")).isEqualTo(Door.CLOSED);
        long id = desk.broken().getFirst().id();
        assertThat(desk.review(id, "officer", Role.LIST_OFFICER, true, "seen")).isFalse();
        assertThat(desk.review(id, "head", Role.HEAD, true, "  ")).isFalse();
        assertThat(desk.review(id, "auditor", Role.AUDITOR, true, "seen")).isTrue();
        assertThat(desk.unreviewed()).isZero();
    }

    @Test
    void whoeverTriesACaseThatIsNotThereIsWrittenDownAndLearnsNothing() {
        assertThat(desk.breakGlass("another", "clerk", Role.CLERK, REASON)).isPresent();
        assertThat(desk.door("clerk", Role.CLERK, "another")).isEqualTo(Door.CLOSED);
        assertThat(desk.broken()).extracting(b -> b.caseId()).containsExactly("another");
    }
}
