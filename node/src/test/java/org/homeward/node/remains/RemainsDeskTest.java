package org.homeward.node.remains;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.homeward.node.people.Person;
import org.homeward.node.remains.RemainsDesk.No;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Remains.Kind;
import org.homeward.node.store.Remains.Method;
import org.homeward.node.store.Remains.Step;
import org.homeward.node.store.Store;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two bags of one handover and a fragment of another, which turn out to be one person, and then not. */
class RemainsDeskTest {
    private static final Person FIRST = new Person("officer-1", "", Person.Role.LIST_OFFICER, "", "");
    private static final Person SECOND = new Person("officer-2", "", Person.Role.ANALYST, "", "");
    private static final Person LIAISON = new Person("liaison-1", "", Person.Role.LIAISON, "", "");
    private static final String BAG = "case-9/day-1/B1";
    private static final String OTHER_BAG = "case-9/day-1/B2";
    private static final String FRAGMENT = "case-9/day-2/B7/F2";

    @TempDir
    Path folder;

    private Store store;
    private RemainsDesk desk;

    @BeforeEach
    void aBureau() throws Exception {
        store = Store.embedded(folder.resolve("homeward.db"));
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"Testenko"});
        rows.add(new String[] {"Primerov"});
        store.registers()
                .add(
                        Registers.Kind.SOUGHT,
                        "sought.csv",
                        "00",
                        new RegisterTable(List.of(new Column("surname", Field.SURNAME)), List.of("s-1", "s-2"), rows),
                        "clerk",
                        Instant.EPOCH);
        List<String> there = List.of(BAG + "/", OTHER_BAG + "/", "case-9/day-2/B7/", FRAGMENT);
        desk = new RemainsDesk(
                store.remains(),
                store.registers(),
                (caseId, day, bag, fragment) -> there.contains(String.join("/", caseId, day, bag, fragment)),
                Clock.systemUTC(),
                new SecureRandom());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String asked(Kind kind, String part, String other) throws Exception {
        assertThat(desk.ask(FIRST, kind, part, other, Method.DNA, "report 17 of 5 March"))
                .isEmpty();
        return desk.steps().getLast().id();
    }

    private String stands(Kind kind, String part, String other) throws Exception {
        String id = asked(kind, part, other);
        assertThat(desk.confirm(SECOND, id)).isEmpty();
        return id;
    }

    @Test
    void partsAreJoinedAcrossBagsAndHandoversByTwoPeople() throws Exception {
        String id = asked(Kind.JOIN, BAG, FRAGMENT);
        assertThat(desk.groups()).as("one person's word").isEmpty();
        assertThat(desk.confirm(FIRST, id)).contains(No.SECOND_PERSON);
        assertThat(desk.confirm(LIAISON, id)).contains(No.NOT_YOURS);
        assertThat(desk.confirm(SECOND, id)).isEmpty();
        assertThat(desk.confirm(SECOND, id)).as("once").contains(No.GONE);
        stands(Kind.JOIN, OTHER_BAG, FRAGMENT);
        stands(Kind.NAME, OTHER_BAG, "s-1");

        assertThat(desk.groups()).singleElement().satisfies(g -> {
            assertThat(g.parts()).containsExactly(BAG, OTHER_BAG, FRAGMENT);
            assertThat(g.dossiers()).containsExactly("s-1");
            assertThat(g.disputed()).isFalse();
            assertThat(g.steps()).hasSize(3).allMatch(s -> s.reason().equals("report 17 of 5 March"));
        });
        assertThat(store.families().events(9)).as("no death follows by itself").isEmpty();
    }

    @Test
    void aJoinIsTakenBackByTwoPeopleWithAReasonAndNothingIsDeleted() throws Exception {
        String join = stands(Kind.JOIN, BAG, FRAGMENT);
        stands(Kind.NAME, BAG, "s-1");
        stands(Kind.NAME, FRAGMENT, "s-2");
        assertThat(desk.groups().getFirst().disputed())
                .as("named as two people")
                .isTrue();
        assertThat(desk.askBack(FIRST, join, " ")).contains(No.FIELD);
        assertThat(desk.takeBack(SECOND, join)).as("nobody asked").contains(No.GONE);
        assertThat(desk.askBack(FIRST, join, "report 21: another person")).isEmpty();
        assertThat(desk.groups()).as("it stands until a second person").hasSize(1);
        assertThat(desk.takeBack(FIRST, join)).contains(No.SECOND_PERSON);
        assertThat(desk.takeBack(SECOND, join)).isEmpty();

        assertThat(desk.groups()).hasSize(2).noneMatch(RemainsGroups.Group::disputed);
        Step kept = desk.steps().getFirst();
        assertThat(kept.undoReason()).isEqualTo("report 21: another person");
        assertThat(List.of(kept.undoBy(), kept.undoneBy())).containsExactly("officer-1", "officer-2");
        assertThat(asked(Kind.JOIN, FRAGMENT, BAG))
                .as("and it may be concluded again")
                .isNotEmpty();
    }

    @Test
    void aMistakeIsDroppedByWhoMadeItAndAWishToTakeBackToo() throws Exception {
        String join = asked(Kind.JOIN, BAG, FRAGMENT);
        assertThat(desk.drop(SECOND, join)).contains(No.GONE);
        assertThat(desk.drop(FIRST, join)).isEmpty();
        assertThat(desk.confirm(SECOND, join)).contains(No.GONE);
        String again = stands(Kind.JOIN, BAG, FRAGMENT);
        desk.askBack(FIRST, again, "wrong line");
        assertThat(desk.drop(FIRST, again)).isEmpty();
        assertThat(desk.takeBack(SECOND, again)).contains(No.GONE);
        assertThat(desk.groups()).hasSize(1);
    }

    @Test
    void whatNoDeviceSawAndWhomNobodySeeksIsRefused() throws Exception {
        for (String part :
                List.of("", "B1", "case-9/day-1", "case-9/day-1/", "case-9/day-1/B9", BAG + "/F1", BAG + "/F1/x")) {
            assertThat(desk.ask(FIRST, Kind.JOIN, part, FRAGMENT, Method.FIT, "why"))
                    .as(part)
                    .contains(No.NO_PART);
            assertThat(desk.ask(FIRST, Kind.JOIN, FRAGMENT, part, Method.FIT, "why"))
                    .as(part)
                    .contains(No.NO_PART);
        }
        assertThat(desk.ask(FIRST, Kind.NAME, BAG, "s-9", Method.FIT, "why")).contains(No.NO_DOSSIER);
        assertThat(desk.ask(FIRST, Kind.JOIN, BAG, BAG, Method.FIT, "why")).contains(No.ALREADY);
        assertThat(desk.ask(FIRST, Kind.JOIN, BAG, FRAGMENT, Method.FIT, "")).contains(No.FIELD);
        assertThat(desk.ask(LIAISON, Kind.JOIN, BAG, FRAGMENT, Method.FIT, "why"))
                .contains(No.NOT_YOURS);
        asked(Kind.JOIN, BAG, FRAGMENT);
        assertThat(desk.ask(SECOND, Kind.JOIN, FRAGMENT, BAG, Method.DNA, "again"))
                .contains(No.ALREADY);
    }

    @Test
    void theSameStepsInAnyOrderGiveTheSameGroups() throws Exception {
        stands(Kind.JOIN, BAG, FRAGMENT);
        stands(Kind.JOIN, OTHER_BAG, "case-9/day-2/B7");
        stands(Kind.NAME, OTHER_BAG, "s-2");
        stands(Kind.JOIN, "case-9/day-2/B7", FRAGMENT);
        List<RemainsGroups.Group> groups = desk.groups();
        assertThat(groups).hasSize(1);
        List<Step> steps = new ArrayList<>(desk.steps());
        Random random = new Random(8);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(steps, random);
            assertThat(RemainsGroups.of(steps)).isEqualTo(groups);
        }
    }
}
