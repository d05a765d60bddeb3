package org.homeward.node.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.node.dossier.ClaimDesk.Item;
import org.homeward.node.dossier.ClaimDesk.State;
import org.homeward.node.dossier.StatusDesk.Sort;
import org.homeward.node.store.Claims.Said;
import org.homeward.node.store.Registers.Batch;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claim that somebody is dead changes nothing until two people have confirmed it. */
class ClaimDeskTest {
    @TempDir
    Path folder;

    private DossierWorld world;
    private ClaimDesk desk;

    @BeforeEach
    void open() throws Exception {
        world = new DossierWorld(folder);
        desk = world.rooms.claims();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<Status> statuses(Kind kind, String key) {
        return List.copyOf(
                world.rooms.statuses().statuses(kind, List.of(key)).getOrDefault(key, EnumSet.noneOf(Status.class)));
    }

    /** Of whom the desk and the duty clocks take it that they died. */
    private Set<String> dead() {
        return Deaths.confirmed(world.store.claims(), Kind.HELD).keySet();
    }

    private Item only() {
        List<Item> items = desk.queue(Optional.empty(), 10).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private boolean say(Item item, Said said, String by) {
        return desk.say(item.claim().kind(), item.claim().row(), item.mark(), said, "seen the paper", by);
    }

    @Test
    void itWaitsWithItsSourceAndBecomesAStatusByTwoPeopleWithAReason() {
        world.takeIn(
                Kind.SOUGHT, "a.csv", "id,surname,given_name,статус\n1,Doe,Jan,загинув у полоні\n2,Roe,Al,missing\n");

        Item item = only();
        assertThat(item.claim().words()).isEqualTo("загинув у полоні");
        assertThat(item.claim().who()).isEqualTo("a.csv");
        assertThat(item.claim().where()).isEqualTo("статус");
        assertThat(item.name()).isEqualTo("Doe Jan");
        assertThat(statuses(Kind.SOUGHT, "1")).containsExactly(Status.DEATH_CLAIMED, Status.SOUGHT);
        assertThat(statuses(Kind.SOUGHT, "2")).containsExactly(Status.MISSING, Status.SOUGHT);

        assertThat(desk.say(Kind.SOUGHT, "1", item.mark(), Said.CONFIRM, "  ", "one"))
                .as("without a reason nothing is kept")
                .isFalse();
        assertThat(say(item, Said.CONFIRM, "one")).isTrue();
        assertThat(say(item, Said.CONFIRM, "one")).isTrue();
        assertThat(statuses(Kind.SOUGHT, "1")).as("one person, however often").doesNotContain(Status.DEAD);
        assertThat(say(item, Said.CONFIRM, "two")).isTrue();
        assertThat(statuses(Kind.SOUGHT, "1")).containsExactly(Status.DEAD, Status.SOUGHT);
        assertThat(desk.queue(Optional.empty(), 10).items()).isEmpty();
        assertThat(desk.queue(Optional.of(State.CONFIRMED), 10)
                        .items()
                        .getFirst()
                        .agreed()
                        .words()
                        .get("one")
                        .reason())
                .isEqualTo("seen the paper");

        assertThat(say(item, Said.TAKE_BACK, "two")).isTrue();
        assertThat(statuses(Kind.SOUGHT, "1")).as("it is never for ever").contains(Status.DEATH_CLAIMED);
        assertThat(only().state()).isEqualTo(State.WAITING);
    }

    @Test
    void twoWhoDifferContestItAndWhatWasRefusedIsLookedAtAgainWhenAnotherFileSaysItAnew() {
        world.takeIn(Kind.HELD, "a.csv", "id,name,статус\n1,Doe Jan,died\n");
        Item item = only();
        say(item, Said.CONFIRM, "one");
        assertThat(dead()).as("one person").isEmpty();
        say(item, Said.CONFIRM, "two");
        assertThat(dead()).containsExactly("1");
        say(item, Said.REFUSE, "two");
        assertThat(only().state()).isEqualTo(State.CONTESTED);
        assertThat(dead()).isEmpty();
        say(item, Said.REFUSE, "one");
        assertThat(dead()).isEmpty();
        assertThat(statuses(Kind.HELD, "1")).containsExactly(Status.HELD);
        assertThat(desk.queue(Optional.empty(), 10).items()).isEmpty();

        world.takeIn(Kind.HELD, "same.csv", "id,name,статус,rank\n1,Doe Jan,died,private\n");
        assertThat(desk.queue(Optional.empty(), 10).items())
                .as("the same claim, told again")
                .isEmpty();
        world.takeIn(Kind.HELD, "b.csv", "id,name,статус\n1,Doe Jan,alive\n");
        world.takeIn(Kind.HELD, "c.csv", "id,name,статус,note\n1,Doe Jan,died,x\n");
        assertThat(only().claim().who()).isEqualTo("c.csv");
        assertThat(statuses(Kind.HELD, "1")).contains(Status.DEATH_CLAIMED);
    }

    @Test
    void whatTwoSendBackStaysInSightAndIsNoStatus() {
        world.takeIn(Kind.HELD, "a.csv", "id,name,date_of_death\n1,Doe Jan,2026-01\n");
        Item item = only();
        assertThat(item.claim().day()).isEqualTo("2026-01");
        say(item, Said.SEND_BACK, "one");
        say(item, Said.SEND_BACK, "two");
        assertThat(only().state()).isEqualTo(State.SENT_BACK);
        assertThat(statuses(Kind.HELD, "1")).containsExactly(Status.DEATH_CLAIMED, Status.HELD);
    }

    @Test
    void aReturneeAndTheOtherSideClaimAsAFileDoes() {
        world.takeIn(Kind.SOUGHT, "a.csv", "id,name\n1,Doe Jan\n2,Roe Al\n");
        world.replies.add(new OtherSide.Reply("1", "case-1", "aa-000001", "DIED", world.now()));
        world.replies.add(new OtherSide.Reply("2", "case-1", "aa-000002", "HELD", world.now()));
        world.store
                .statements()
                .add(
                        new Statements.Statement(
                                "s1",
                                "9",
                                "Roe",
                                Statements.Life.DEAD,
                                "2026-01",
                                "a camp",
                                "B",
                                "C",
                                "one",
                                world.now(),
                                world.now().plusSeconds(9_999_999)),
                        List.of("2"));
        assertThat(statuses(Kind.SOUGHT, "2"))
                .as("until a person has said whom he saw")
                .containsExactly(Status.HELD, Status.SOUGHT);
        world.store.statements().decide("s1", "2", true, "one", world.now());

        assertThat(statuses(Kind.SOUGHT, "1")).containsExactly(Status.DEATH_CLAIMED, Status.SOUGHT);
        assertThat(statuses(Kind.SOUGHT, "2"))
                .as("held by one source and dead by another, at once")
                .containsExactly(Status.DEATH_CLAIMED, Status.HELD, Status.SOUGHT);
        assertThat(desk.queue(Optional.empty(), 10).items())
                .extracting(i -> i.claim().source())
                .containsExactlyInAnyOrder(StatusWord.Source.OTHER_SIDE, StatusWord.Source.RETURNEE);
        assertThat(world.rooms
                        .statuses()
                        .part(Kind.SOUGHT, Optional.of(Status.HELD), Sort.TAKEN_IN, 0, 10)
                        .keys())
                .containsExactly("2");
    }

    @Test
    void aRegisterIsFilteredAndSortedByStatusPageByPage() {
        StringBuilder file = new StringBuilder("id,name,статус\n");
        for (int i = 0; i < 120; i++) {
            file.append(i)
                    .append(",Person ")
                    .append(i)
                    .append(i % 3 == 0 ? ",wounded\n" : i == 100 ? ",dead\n" : ",\n");
        }
        world.takeIn(Kind.HELD, "a.csv", file.toString());
        StatusDesk statuses = world.rooms.statuses();

        StatusDesk.Part first = statuses.part(Kind.HELD, Optional.of(Status.WOUNDED), Sort.TAKEN_IN, 0, 25);
        StatusDesk.Part second = statuses.part(Kind.HELD, Optional.of(Status.WOUNDED), Sort.TAKEN_IN, 25, 25);
        assertThat(first.keys()).hasSize(25).startsWith("0", "3");
        assertThat(first.more()).isTrue();
        assertThat(second.keys()).hasSize(15);
        assertThat(second.more()).isFalse();
        assertThat(first.counts()).containsEntry(Status.HELD, 120).containsEntry(Status.WOUNDED, 40);
        assertThat(statuses.part(Kind.HELD, Optional.empty(), Sort.GRAVEST, 0, 3)
                        .keys())
                .containsExactly("100", "0", "3");
        assertThat(statuses.part(Kind.HELD, Optional.empty(), Sort.GRAVEST, 5_000, 3)
                        .keys())
                .isEmpty();
    }

    @Test
    void nothingThatWasSaidOutlivesThePerson() {
        Batch batch = world.takeIn(Kind.HELD, "a.csv", "id,name,статус\n1,Doe Jan,died\n");
        Item item = only();
        say(item, Said.CONFIRM, "one");
        assertThat(world.store.claims().of(Kind.HELD, "1")).hasSize(1);

        world.store.registers().undo(batch.id(), "clerk", world.now());

        assertThat(world.store.claims().of(Kind.HELD, "1")).isEmpty();
        assertThat(desk.queue(Optional.empty(), 10).items()).isEmpty();
        assertThat(say(item, Said.CONFIRM, "two")).isFalse();
    }

    @Test
    void anExpiredPersonLeavesNoClaim() {
        world.takeIn(Kind.SOUGHT, "a.csv", "id,name,статус,expiry_date\n1,Doe Jan,died,2026-02-06\n");
        say(only(), Said.CONFIRM, "one");

        world.store.registers().expire(world.now().plusSeconds(30L * 24 * 3600));

        assertThat(desk.queue(Optional.empty(), 10).items()).isEmpty();
        assertThat(world.store.claims().of(Kind.SOUGHT)).isEmpty();
        assertThat(world.rooms
                        .statuses()
                        .part(Kind.SOUGHT, Optional.empty(), Sort.TAKEN_IN, 0, 9)
                        .keys())
                .isEmpty();
    }
}
