package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.node.desk.CaseNotes;
import org.homeward.node.desk.ExchangeDesk;
import org.homeward.node.desk.ExchangeDesk.OwnRegisters;
import org.homeward.node.desk.LiveNames;
import org.homeward.node.desk.Step;
import org.homeward.node.release.ReleaseGate;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.exchange.SealedList;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bureau in two cases, with one register in which there is one man whom both of the other lists name. */
class LiveNamesTest {
    private static final String SECRET = "5a".repeat(32);
    private static final OwnRegisters REGISTERS = new OwnRegisters() {
        @Override
        public RegisterTable held() {
            return table("Шевченко", "Микола", "Григорович", "12.03.1988");
        }

        @Override
        public RegisterTable sought() {
            return table("Іваненко", "Петро", "Олегович", "01.02.1990");
        }
    };

    @TempDir
    Path home;

    private static RegisterTable table(String... row) {
        return new RegisterTable(
                List.of(
                        new Column("Прізвище", Field.SURNAME),
                        new Column("Ім'я", Field.GIVEN_NAME),
                        new Column("По батькові", Field.PATRONYMIC),
                        new Column("Дата народження", Field.BIRTH_DATE)),
                List.of("row-1"),
                List.<String[]>of(row));
    }

    private static List<SoughtLine> seeks(String party, String surname, String given, String patronymic, String birth) {
        return List.of(new SoughtLine(
                party + "-1",
                surname + " " + given + " " + patronymic,
                surname,
                given,
                patronymic,
                birth,
                null,
                null,
                null,
                null,
                null));
    }

    /** A case in which bb's desk is asked about its man; the code of its answer. */
    private ReplyCode answer(String folder, LiveNames names) throws IOException {
        return answer(folder, names, REGISTERS);
    }

    private ReplyCode answer(String folder, LiveNames names, OwnRegisters registers) throws IOException {
        ThreeNodes world = new ThreeNodes(home.resolve(folder));
        ExchangeNode agency = world.startAgency();
        ExchangeNode aa = world.startBureau("aa", ThreeNodes.linkTo(agency));
        ExchangeNode bb = world.startBureau("bb", ThreeNodes.linkTo(agency));
        Map<String, ExchangeNode> nodes = Map.of("med", agency, "aa", aa, "bb", bb);
        Terms terms = new Terms("t", "per side", Map.of(), Map.of(), CanonicalJson.tree(Map.of("clauses", List.of())));
        world.act(agency, new Act.CaseOpened(world.participants));
        world.act(agency, new Act.TermsProposed(terms));
        for (String id : List.of("med", "aa", "bb")) {
            nodes.get(id).synchronise();
            world.act(nodes.get(id), new Act.TermsSigned(terms.digest()));
        }
        List<SoughtLine> ofA = seeks("aa", "Шевченко", "Микола", "Григорович", "12.03.1988");
        List<SoughtLine> ofB = seeks("bb", "Іваненко", "Петро", "Олегович", "01.02.1990");
        for (ExchangeNode one : List.of(aa, bb)) {
            String id = one.identity().id();
            one.synchronise();
            world.act(
                    one,
                    new Act.ListSealed(
                            SealedList.commitment(ThreeNodes.CASE, id, SECRET, id.equals("aa") ? ofA : ofB), 1));
        }
        for (ExchangeNode one : List.of(aa, bb)) {
            one.synchronise();
            world.act(one, new Act.ListRevealed(SECRET, one.identity().id().equals("aa") ? ofA : ofB));
        }
        bb.synchronise();
        ExchangeDesk desk = new ExchangeDesk(
                bb,
                world.participants,
                CaseNotes.open(home.resolve(folder).resolve("notes")),
                registers,
                names,
                new Surroundings(ThreeNodes.CLOCK, new java.security.SecureRandom(), new ReleaseGate()));
        Outcome.Waiting waiting = (Outcome.Waiting) desk.start(Step.ANSWER_LINES);
        Act.LinesAnswered answers =
                (Act.LinesAnswered) bb.waitingAct(waiting.draftId()).orElseThrow();
        return answers.replies().getFirst().code();
    }

    @Test
    void aManOnALiveListOfOneCaseIsNotAvailableInAnotherOfTheSameNode() throws IOException {
        LiveNames names = new LiveNames();
        assertThat(answer("one", names)).isEqualTo(ReplyCode.HELD);
        assertThat(answer("two", names)).isEqualTo(ReplyCode.NOT_AVAILABLE);
    }

    @Test
    void aManWhoIsKeptBackIsNotAvailableAndNothingSaysWhy() throws IOException {
        OwnRegisters keptBack = new OwnRegisters() {
            @Override
            public RegisterTable held() throws IOException {
                return REGISTERS.held();
            }

            @Override
            public RegisterTable sought() throws IOException {
                return REGISTERS.sought();
            }

            @Override
            public Set<String> onHold() {
                return Set.of("row-1");
            }
        };
        assertThat(answer("one", new LiveNames(), keptBack)).isEqualTo(ReplyCode.NOT_AVAILABLE);
    }

    @Test
    void anotherNodesCasesAreNoneOfItsBusiness() throws IOException {
        assertThat(answer("one", new LiveNames())).isEqualTo(ReplyCode.HELD);
        assertThat(answer("two", new LiveNames())).isEqualTo(ReplyCode.HELD);
    }
}
