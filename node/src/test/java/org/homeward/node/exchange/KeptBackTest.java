package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.node.desk.AfterAgreement;
import org.homeward.node.desk.CaseNotes;
import org.homeward.node.desk.ExchangeDesk;
import org.homeward.node.desk.ExchangeDesk.OwnRegisters;
import org.homeward.node.desk.LiveNames;
import org.homeward.node.desk.Step;
import org.homeward.node.release.ReleaseGate;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Death;
import org.homeward.protocol.exchange.Phase;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three desks over real registers, up to the proposed lists: one of the two men whom each side seeks returns to it. */
class KeptBackTest {
    private static final String TERMS = """
            {"id": "one-for-one", "date": "2026-02-05", "countingRule": "one soldier per side", "sides": ["aa", "bb"],
             "categories": [{"id": "soldiers", "text": "Prisoners of war", "tests": [{"attribute": "kind", "op": "IS", "values": ["SOLDIER"]}]}],
             "levels": [{"measure": "LONGEST_HELD"}],
             "clauses": [
               {"type": "COUNT", "id": "to-aa", "text": "One soldier to aa.", "side": "aa", "category": "soldiers", "number": 1},
               {"type": "COUNT", "id": "to-bb", "text": "One soldier to bb.", "side": "bb", "category": "soldiers", "number": 1}]%s}""";

    /** Whom aa seeks and bb holds; the first has been held longest. */
    private static final String[][] OF_AA = {
        {"Шевченко", "Микола", "Григорович", "12.03.1988", "сержант", "01.05.2022"},
        {"Коваленко", "Андрій", "Іванович", "07.11.1991", "солдат", "01.06.2023"}
    };

    private static final String[][] OF_BB = {
        {"Іваненко", "Петро", "Олегович", "01.02.1990", "солдат", "01.05.2022"},
        {"Бондаренко", "Сергій", "Павлович", "23.09.1985", "майор", "01.06.2023"}
    };

    @TempDir
    Path home;

    private final Map<String, ExchangeNode> nodes = new HashMap<>();
    private final Map<String, ExchangeDesk> desks = new HashMap<>();
    private final Set<String> onHold = new HashSet<>();
    private final Map<String, Board> boards = new HashMap<>();
    private final Set<String> unwilling = new HashSet<>();
    private final Set<String> ready = new HashSet<>();
    private final Set<String> dead = new HashSet<>();
    private ThreeNodes world;

    @BeforeEach
    void threeDesks() throws Exception {
        world = new ThreeNodes(home);
        nodes.put("med", world.startAgency());
        for (String id : List.of("aa", "bb")) {
            nodes.put(id, world.startBureau(id, ThreeNodes.linkTo(nodes.get("med"))));
        }
        for (String id : List.of("med", "aa", "bb")) {
            desks.put(
                    id,
                    new ExchangeDesk(
                            nodes.get(id),
                            world.participants,
                            CaseNotes.open(home.resolve(id).resolve("notes")),
                            registers(id),
                            new LiveNames(),
                            new Surroundings(ThreeNodes.CLOCK, new java.security.SecureRandom(), new ReleaseGate())));
        }
    }

    private OwnRegisters registers(String id) {
        return new OwnRegisters() {
            @Override
            public RegisterTable held() {
                return table(id.equals("aa") ? OF_BB : OF_AA);
            }

            @Override
            public RegisterTable sought() {
                return table(id.equals("aa") ? OF_AA : OF_BB);
            }

            @Override
            public Set<String> dead() {
                return id.equals("bb") ? dead : Set.of();
            }

            @Override
            public Heard heard(String caseId) {
                return id.equals("med") ? new Heard(unwilling, ready) : new Heard(Set.of(), Set.of());
            }

            @Override
            public Set<String> onHold() {
                return id.equals("bb") ? onHold : Set.of();
            }

            @Override
            public Map<String, Board> boards() {
                return id.equals("bb") ? boards : Map.of();
            }
        };
    }

    private static RegisterTable table(String[]... rows) {
        return new RegisterTable(
                List.of(
                        new Column("Прізвище", Field.SURNAME),
                        new Column("Ім'я", Field.GIVEN_NAME),
                        new Column("По батькові", Field.PATRONYMIC),
                        new Column("Дата народження", Field.BIRTH_DATE),
                        new Column("Звання", Field.RANK),
                        new Column("Полон", Field.CAPTURE_DATE)),
                List.of("row-1", "row-2"),
                List.<String[]>of(rows));
    }

    private CaseState state() {
        return nodes.get("med").state();
    }

    private void does(String id, Outcome drafted) throws IOException {
        assertThat(drafted).as(id).isInstanceOf(Outcome.Waiting.class);
        Outcome done = world.sign(nodes.get(id), world.sign(nodes.get(id), drafted, id + "-1"), id + "-2");
        assertThat(done).isInstanceOf(Outcome.Done.class);
        for (ExchangeNode node : nodes.values()) {
            node.synchronise();
        }
    }

    private void terms(String more) throws IOException {
        does("med", desks.get("med").start(Step.OPEN_CASE));
        does("med", desks.get("med").propose(TERMS.formatted(more)));
    }

    /** Everybody does what is open to him until the case is there. */
    private void walkTo(Phase phase) throws IOException {
        while (state().phase() != phase) {
            for (String id : List.of("med", "aa", "bb")) {
                for (Step step : desks.get(id).open()) {
                    boolean again =
                            step == Step.PROPOSE_TERMS || step == Step.PROPOSE_LISTS && state().proposal() != null;
                    if (!again
                            && state().phase() != phase
                            && desks.get(id).open().contains(step)) {
                        does(id, desks.get(id).start(step));
                    }
                }
            }
        }
    }

    private List<String> listed() {
        return state().proposal().returning().get("aa").stream()
                .map(Act.ListedPerson::line)
                .toList();
    }

    private AfterAgreement after(String id) {
        return new AfterAgreement(nodes.get(id), desks.get(id)::takesFromElsewhere);
    }

    @Test
    void whoeverIsKeptBackBeforeTheListsAreFrozenIsOnNoneAndTheOthersSeeALineAndNoReason() throws IOException {
        terms("");
        walkTo(Phase.PROPOSED);
        String first = listed().getFirst();
        assertThat(state().proposal().reserve().get("aa")).hasSize(1).doesNotContain(first);
        onHold.add("row-1");

        assertThat(desks.get("bb").start(Step.FREEZE_LISTS)).isInstanceOf(Outcome.Refused.class);
        assertThat(desks.get("bb").toSayNotAvailable()).containsExactly(first);
        does("bb", after("bb").availability(desks.get("bb").toSayNotAvailable(), Set.of()));

        assertThat(desks.get("bb").toSayNotAvailable()).isEmpty();
        walkTo(Phase.PROPOSED);
        assertThat(listed()).hasSize(1).doesNotContain(first);
        walkTo(Phase.AGREED);
        onHold.clear();
        assertThat(desks.get("bb").toSayAgain()).containsExactly(first);
        does("bb", after("bb").availability(Set.of(), desks.get("bb").toSayAgain()));
        assertThat(nodes.get("aa").state().mayBeListed("aa", first)).isTrue();
    }

    @Test
    void whoToldTheNeutralThatHeStaysIsOnNoListAndOnNoneUntilHeSaysOtherwise() throws IOException {
        terms("");
        walkTo(Phase.PROPOSED);
        String first = listed().getFirst();
        unwilling.add(first);

        assertThat(desks.get("med").start(Step.FREEZE_LISTS)).isInstanceOf(Outcome.Refused.class);
        assertThat(desks.get("med").toSayNotAvailable()).containsExactly(first);
        does("med", after("med").availability(desks.get("med").toSayNotAvailable(), Set.of()));
        assertThat(desks.get("med").toSayNotAvailable()).isEmpty();
        walkTo(Phase.PROPOSED);
        assertThat(listed()).hasSize(1).doesNotContain(first);
        walkTo(Phase.AGREED);

        unwilling.clear();
        assertThat(desks.get("med").toSayAgain())
                .as("he has not said that he goes")
                .isEmpty();
        ready.addAll(Set.of(first, "aa-999999"));
        assertThat(desks.get("med").toSayAgain())
                .as("of nobody else did it say anything")
                .containsExactly(first);
        does("med", after("med").availability(Set.of(), desks.get("med").toSayAgain()));
        assertThat(nodes.get("bb").state().mayBeListed("aa", first)).isTrue();
    }

    @Test
    void whoseDeathTwoPeopleConfirmedBeforeTheAnswersIsAnsweredSo() throws IOException {
        dead.add("row-1");
        terms("");
        walkTo(Phase.LINES_ANSWERED);
        assertThat(state().replies().get("aa").values())
                .extracting(Act.Reply::code)
                .containsExactlyInAnyOrder(ReplyCode.DIED, ReplyCode.HELD);
        assertThat(desks.get("bb").deathsToTell()).as("the case knows it").isEmpty();
    }

    @Test
    void whoDiesAfterHeWasShownIsSignedForNoMoreAndTheListsAreMadeWithoutHim() throws IOException {
        terms("");
        walkTo(Phase.PROPOSED);
        String first = listed().getFirst();
        dead.add("row-1");
        assertThat(desks.get("bb").deathsToTell()).containsExactly(first);
        assertThat(desks.get("bb").start(Step.FREEZE_LISTS)).isInstanceOf(Outcome.Refused.class);
        does("bb", after("bb").death(first, new Death(Death.Standing.PROVISIONAL, null, null)));
        assertThat(desks.get("bb").deathsToTell()).isEmpty();
        walkTo(Phase.PROPOSED);
        assertThat(listed()).hasSize(1).doesNotContain(first);
        dead.clear();
        does("bb", after("bb").death(first, new Death(Death.Standing.WITHDRAWN, null, null)));
        assertThat(nodes.get("aa").state().mayBeListed("aa", first)).isTrue();
    }

    /** What crosses is the same, whatever the reason was. */
    @Test
    void theActHasNoMemberForAReason() {
        assertThat(new String(
                        CanonicalJson.bytes(new Act.AvailabilityChanged(List.of("aa-000001"), List.of())),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"again\":[],\"notAvailable\":[\"aa-000001\"]}");
    }

    @Test
    void frozenListsAreNotSignedWithSomebodyWhoIsKeptBack() throws IOException {
        terms("");
        walkTo(Phase.FROZEN);
        onHold.add("row-1");
        assertThat(desks.get("bb").start(Step.SIGN_AGREEMENT)).isInstanceOf(Outcome.Refused.class);
        assertThat(desks.get("aa").start(Step.SIGN_AGREEMENT)).isInstanceOf(Outcome.Waiting.class);
    }

    @Test
    void aBoardThatTwoPeopleNotedIsToldOnceAndTakesAManOutOfTheBalance() throws IOException {
        terms("");
        walkTo(Phase.LINKS_CONFIRMED);
        boards.put("row-2", new Board(Board.Decision.A, "I-A-3", "2026-02-01", null));
        String line = desks.get("bb").boardsToTell().keySet().iterator().next();
        does("bb", after("bb").board(line, desks.get("bb").boardsToTell()));
        assertThat(desks.get("bb").boardsToTell()).isEmpty();
        assertThat(nodes.get("aa").state().replies().get("aa").get(line).held().category())
                .isEqualTo("wounded");
        assertThat(after("bb").board(line, desks.get("bb").boardsToTell())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aListShowsNoRankUnlessTheTermsSaySo() throws IOException {
        terms("");
        walkTo(Phase.LISTS_REVEALED);
        assertThat(state().lists().get("aa"))
                .hasSize(2)
                .allSatisfy(l -> assertThat(l.rank()).isNull());
        walkTo(Phase.LINES_ANSWERED);
        assertThat(state().replies().get("aa").values())
                .extracting(r -> r.held().rank())
                .containsExactlyInAnyOrder("сержант", "солдат");
    }

    @Test
    void aLadderWithoutRanksHoldsForAnswersAndLists() throws IOException {
        terms(", \"ladder\": {\"sought\": \"FULL\", \"held\": \"FIELDS\"}");
        walkTo(Phase.PROPOSED);
        assertThat(state().lists().get("aa"))
                .allSatisfy(l -> assertThat(l.rank()).isNotNull());
        assertThat(state().replies().get("aa").values())
                .allSatisfy(r -> assertThat(r.held().rank()).isNull());
        assertThat(state().proposal().returning().get("aa").getFirst().rank()).isNull();
    }

    @Test
    void termsTakeOverNothingThatThisNodesOwnAccountsDoNotOwe() throws IOException {
        does("med", desks.get("med").start(Step.OPEN_CASE));
        assertThat(desks.get("med")
                        .propose(TERMS.formatted(", \"carried\": [{\"caseId\": \"case-0\", \"agreement\": \""
                                + "0".repeat(64)
                                + "\", \"party\": \"aa\", \"category\": \"soldier\", \"persons\": 1, \"points\": 0}]")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(desks.get("med").propose(TERMS.formatted(", \"rates\": \"dix-hill-1862\"")))
                .isInstanceOf(Outcome.Waiting.class);
        assertThat(desks.get("med").propose(TERMS.formatted(", \"rates\": \"of-my-own\"")))
                .isInstanceOf(Outcome.Refused.class);
    }
}
