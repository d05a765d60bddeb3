package org.homeward.node.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.homeward.node.dossier.TwinDesk.State;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Twins.Pair;
import org.homeward.node.store.Twins.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person twice in one register. */
class TwinDeskTest {
    private static final String[] SURNAMES = {"Тестенко", "Зразковий", "Вигаданець", "Пробний", "Макетенко", "Умовний"};
    private static final String[] NAMES = {"Іван", "Петро", "Олег", "Марко", "Юрій", "Степан", "Назар"};

    @TempDir
    Path folder;

    private DossierWorld world;
    private TwinDesk desk;
    private final Pair twins = Pair.of("p7", "again");

    @BeforeEach
    void open() throws Exception {
        world = new DossierWorld(folder);
        desk = world.rooms.twins();
        StringBuilder file = new StringBuilder("id,surname,given_name,patronymic,birth_date,service_number\n");
        for (int i = 0; i < 200; i++) {
            file.append("p%d,%s,%s,%sович,19%02d-%02d-%02d,%d%n"
                    .formatted(
                            i,
                            SURNAMES[i % SURNAMES.length] + (char) ('а' + i % 29),
                            NAMES[i * 5 % NAMES.length],
                            NAMES[i * 3 % NAMES.length],
                            60 + i % 40,
                            1 + i % 12,
                            1 + i % 28,
                            100_000 + i * 37));
        }
        String seventh = file.toString().lines().skip(8).findFirst().orElseThrow();
        file.append(seventh.replaceFirst("^p7,", "again,").replaceFirst(",\\d+$", ","))
                .append('\n');
        world.takeIn(Kind.HELD, "a.csv", file.toString());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void look() throws Exception {
        desk.look(Kind.HELD).orElseThrow().join();
    }

    private State state() {
        return desk.item(Kind.HELD, twins).orElseThrow().state();
    }

    @Test
    void theEngineFindsHimAndNobodyIsHisOwnTwin() throws Exception {
        assertThat(desk.queue(Kind.HELD, Optional.empty(), 50).looked()).isNull();
        look();
        TwinDesk.Queue queue = desk.queue(Kind.HELD, Optional.empty(), 50);
        assertThat(queue.items().getFirst().pair()).isEqualTo(twins);
        assertThat(TwinDesk.Item.name(queue.items().getFirst().one())).startsWith("Зразковий");
        assertThat(queue.items().getFirst().why().probability()).isGreaterThan(900);
        assertThat(queue.items()).as("few others").hasSizeLessThan(10);
        assertThat(queue.changed()).isFalse();
    }

    @Test
    void twoPeopleJoinAndOneTakesItBackAndNothingIsLost() throws Exception {
        look();
        var before = world.store.registers().histories(Kind.HELD, java.util.List.of("p7", "again"));
        desk.say(Kind.HELD, twins, Said.SAME, "one");
        assertThat(state()).isEqualTo(State.ONE);
        assertThat(desk.joined(Kind.HELD, "p7")).isEmpty();
        desk.say(Kind.HELD, twins, Said.SAME, "two");
        assertThat(state()).isEqualTo(State.SAME);
        assertThat(desk.joined(Kind.HELD, "p7")).containsExactly("again");
        assertThat(desk.joined(Kind.HELD, "again")).containsExactly("p7");

        desk.say(Kind.HELD, twins, Said.TAKE_BACK, "one");

        assertThat(desk.joined(Kind.HELD, "p7")).isEmpty();
        assertThat(world.store.registers().histories(Kind.HELD, java.util.List.of("p7", "again")))
                .isEqualTo(before);
        assertThat(world.store.twins().of(Kind.HELD)).as("what was said stays").hasSize(3);
    }

    @Test
    void aPairThatTwoFoundDifferentIsNeverProposedAgain() throws Exception {
        look();
        desk.say(Kind.HELD, twins, Said.DIFFERENT, "one");
        desk.say(Kind.HELD, twins, Said.DIFFERENT, "two");
        look();
        assertThat(desk.queue(Kind.HELD, Optional.empty(), 50).items())
                .noneMatch(i -> i.pair().equals(twins));
        assertThat(desk.item(Kind.HELD, twins).orElseThrow().why())
                .as("not even compared")
                .isNull();
        assertThat(desk.queue(Kind.HELD, Optional.of(State.DIFFERENT), 50).items())
                .hasSize(1);
    }

    @Test
    void twoWhoDifferLeaveItContestedAndAJoinGoesOverAThird() throws Exception {
        look();
        desk.say(Kind.HELD, twins, Said.SAME, "one");
        desk.say(Kind.HELD, twins, Said.DIFFERENT, "two");
        assertThat(state()).isEqualTo(State.CONTESTED);
        for (String person : new String[] {"one", "two"}) {
            desk.say(Kind.HELD, twins, Said.SAME, person);
            desk.say(Kind.HELD, Pair.of("p7", "p8"), Said.SAME, person);
        }
        assertThat(desk.joined(Kind.HELD, "again")).containsExactly("p7", "p8");
        assertThat(desk.say(Kind.HELD, Pair.of("p7", "nobody"), Said.SAME, "one"))
                .isFalse();
    }

    private org.homeward.register.RegisterTable oneRowAPerson() {
        return JoinedRows.of(world.store.twins(), Kind.HELD)
                .one(world.store.registers().table(Kind.HELD));
    }

    @Test
    void joinedRowsAreOneForTheDeskUntilAWordIsTakenBack() throws Exception {
        look();
        assertThat(oneRowAPerson().size()).isEqualTo(201);
        assertThat(desk.say(Kind.HELD, twins, Said.SAME, "one")).isTrue();
        assertThat(oneRowAPerson().size()).as("one person joins nothing").isEqualTo(201);
        assertThat(desk.say(Kind.HELD, twins, Said.SAME, "two")).isTrue();
        assertThat(oneRowAPerson().size()).isEqualTo(200);
        JoinedRows joined = JoinedRows.of(world.store.twins(), Kind.HELD);
        assertThat(joined.all(java.util.Set.of("again", "p8"))).containsExactlyInAnyOrder("again", "p7", "p8");
        assertThat(joined.all(java.util.Map.of("again", 1))).containsOnlyKeys("again", "p7");
        assertThat(desk.say(Kind.HELD, twins, Said.TAKE_BACK, "two")).isTrue();
        assertThat(oneRowAPerson().size()).isEqualTo(201);
    }

    @Test
    void whatTheFirstRowDoesNotSayTheJoinedOneDoes() {
        world.takeIn(
                Kind.SOUGHT,
                "b.csv",
                "id,surname,given_name,rank\nb,Тестенко,Іван,\na,Тестенко,,private\nc,Інший,Ян,\n");
        for (String by : new String[] {"one", "two"}) {
            world.store
                    .twins()
                    .add(new org.homeward.node.store.Twins.Entry(
                            Kind.SOUGHT, Pair.of("a", "b"), Said.SAME, by, java.time.Instant.EPOCH));
        }
        var table = JoinedRows.of(world.store.twins(), Kind.SOUGHT)
                .one(world.store.registers().table(Kind.SOUGHT));
        assertThat(table.size()).isEqualTo(2);
        int row = table.id(0).equals("c") ? 1 : 0;
        assertThat(table.value(row, table.column(org.homeward.register.Field.GIVEN_NAME)))
                .isEqualTo("Іван");
        assertThat(table.value(row, table.column(org.homeward.register.Field.RANK)))
                .isEqualTo("private");
    }
}
