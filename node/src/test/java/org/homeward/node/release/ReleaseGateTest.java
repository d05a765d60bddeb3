package org.homeward.node.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.Disclosure;
import org.homeward.protocol.exchange.Kind;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class ReleaseGateTest {
    private static final String TOKEN = "0123456789abcdef01234567";

    private final ReleaseGate gate = new ReleaseGate();

    @Test
    void everyKindOfActHasARow() {
        assertThat(Carried.kinds())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Act.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    /** Places of an object that may not be there. */
    private static final Set<String> NOBODY =
            Set.of("replies[].held", "replies[].held.board", "amendment.changes[].comes", "terms.rates");

    /** A member that is added to an act, or taken away, fails here until somebody has decided whether it may leave. */
    @TestFactory
    List<DynamicTest> everyMemberOfAnActHasARowAndNothingElseHas() {
        return Arrays.stream(Act.class.getPermittedSubclasses())
                .map(kind -> DynamicTest.dynamicTest(kind.getSimpleName(), () -> {
                    Set<String> members = new HashSet<>();
                    members(kind, "", members);
                    Set<String> rows = Carried.members(kind.getSimpleName()).stream()
                            // What stands in the free part of a proposal is written there member by member.
                            .map(row -> row.startsWith("proposal.audit.") ? "proposal.audit.**" : row)
                            // A person who is not there is a member too, of the form of nothing.
                            .filter(row -> !NOBODY.contains(row))
                            .collect(Collectors.toSet());
                    assertThat(rows).isEqualTo(members);
                }))
                .toList();
    }

    private static void members(Type type, String path, Set<String> found) {
        if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
            members(p.getActualTypeArguments()[0], path + "[]", found);
        } else if (type instanceof ParameterizedType p && p.getRawType() == Map.class) {
            members(p.getActualTypeArguments()[1], path + ".*", found);
        } else if (type == JsonNode.class) {
            found.add(path + ".**");
        } else if (type instanceof Class<?> c && c.isRecord()) {
            for (RecordComponent component : c.getRecordComponents()) {
                members(
                        component.getGenericType(),
                        path.isEmpty() ? component.getName() : path + "." + component.getName(),
                        found);
            }
        } else {
            found.add(path);
        }
    }

    private static Act answer(String token, String medical, String since) {
        return new Act.LinesAnswered(List.of(new Act.Reply(
                "aa-000001",
                ReplyCode.HELD,
                new Act.HeldPerson(token, "Примеров Пример", "1990", "рядовой", Kind.SOLDIER, medical, since))));
    }

    @Test
    void anAnswerInItsFormLeaves() {
        assertThat(gate.refusal(answer(TOKEN, "I-A-3", "2022-05-01"))).isEmpty();
        assertThat(gate.refusal(answer(TOKEN, null, "2022-05-01"))).isEmpty();
        assertThat(gate.refusal(new Act.LinesAnswered(List.of(new Act.Reply("aa-000001", ReplyCode.NOT_HELD, null)))))
                .isEmpty();
    }

    @Test
    void aDoctorsWordsAKeyOfTheRegisterAndAPlaceDoNotAndTheSentenceDoesNotRepeatThem() {
        for (Act act : List.of(
                answer(TOKEN, "contusion, ward 7", "2022-05-01"),
                answer("K-0-12345", null, "2022-05-01"),
                answer(TOKEN, null, "2022-05-01, Olenivka"))) {
            Refusal refusal = gate.refusal(act).orElseThrow();
            assertThat(refusal.code()).isEqualTo(Refusal.Code.NOT_RELEASED);
            assertThat(refusal.sentence()).contains("replies[].held.").doesNotContain("ward", "K-0", "Olenivka");
        }
    }

    @Test
    void nothingLeavesAboveTheRungOfTheTerms() {
        Ladder noRanks = new Ladder(Disclosure.Rung.FIELDS, Disclosure.Rung.FIELDS);
        Act answer = answer(TOKEN, null, "2022-05-01");
        assertThat(gate.refusal(answer, Ladder.STANDARD)).isEmpty();
        assertThat(gate.refusal(answer, noRanks).map(Refusal::code)).contains(Refusal.Code.ABOVE_RUNG);
        for (int member = 7; member < 10; member++) {
            String[] of = new String[11];
            of[0] = "aa-000001";
            of[1] = "Примеров Пример";
            of[member] = "x";
            Act list = new Act.ListRevealed(
                    "5a".repeat(32),
                    List.of(new Act.SoughtLine(
                            of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8], of[9], of[10])));
            assertThat(gate.refusal(list, Ladder.STANDARD).map(Refusal::code)).contains(Refusal.Code.ABOVE_RUNG);
            assertThat(gate.refusal(list, Ladder.OPEN)).isEmpty();
        }
    }

    @Test
    void whatIsSaidOfAPersonIsACodeAndNeverAReason() {
        assertThat(gate.refusal(new Act.AvailabilityChanged(List.of("aa-000001"), List.of())))
                .isEmpty();
        assertThat(gate.refusal(new Act.AvailabilityChanged(List.of("aa-000001: he does not want to"), List.of())))
                .isPresent();
        assertThat(gate.refusal(new Act.BoardDecided(
                        "aa-000001", new Board(Board.Decision.A, "both legs", "2026-02-01", null))))
                .isPresent();
        assertThat(gate.refusal(
                        new Act.BoardDecided("aa-000001", new Board(Board.Decision.A, "I-A-3", "2026-02-01", null))))
                .isEmpty();
    }

    @Test
    void aReasonIsACodeAndALineSaysNothingOfTheRegister() {
        assertThat(gate.refusal(new Act.LinksConfirmed(
                        List.of("aa-1"), List.of(new Act.RejectedLine("aa-2", "he is a witness")))))
                .isPresent();
        assertThat(gate.refusal(new Act.LinksAcknowledged(List.of("archive 12, sheet 3"))))
                .isPresent();
    }

    @Test
    void whatBelongsToAnotherCaseIsNotWritten() {
        Receipt receipt = new Receipt("case-2", "0", "med", "now", "ACCEPTED", "");
        assertThatThrownBy(() -> gate.release("case-1", "aa", new Outgoing.Answered(receipt, null)))
                .isInstanceOf(NotReleasedException.class);
        OrderHead head = new OrderHead("case-2", 0, OrderHead.START, "");
        assertThatThrownBy(() -> gate.release("case-1", "aa", new Outgoing.Accepted(List.of(), head)))
                .isInstanceOf(NotReleasedException.class);
        assertThatThrownBy(() -> gate.release(
                        "case-1",
                        "aa",
                        new Outgoing.LogNote(
                                "homeward/case-2/med\n3\nhash\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                .isInstanceOf(NotReleasedException.class);
    }

    @Test
    void aRefusalThatQuotesAFileIsNotWritten() {
        Receipt receipt = new Receipt("case-1", "0", "med", "now", "UNREADABLE", "");
        Refusal verbose = new Refusal(Refusal.Code.UNREADABLE, "No space left: /var/lib/homeward/acts/000003.json");
        assertThatThrownBy(() -> gate.release("case-1", "aa", new Outgoing.Answered(receipt, verbose)))
                .isInstanceOf(NotReleasedException.class);
    }

    @Test
    void whatGoesWrongIsToldInOneOfTheFixedSentences() throws Exception {
        for (PeerProblem problem : PeerProblem.values()) {
            JsonNode told = CanonicalJson.parse(
                    gate.release("", "", new Outgoing.Problem(problem)).bytes());
            assertThat(told.path("code").asString()).isEqualTo(problem.name());
            assertThat(told.path("sentence").asString()).endsWith(".");
            assertThat(problem.status()).isBetween(400, 599);
        }
    }
}
