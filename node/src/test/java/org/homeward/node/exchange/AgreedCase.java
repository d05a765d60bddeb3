package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.node.desk.AfterAgreement;
import org.homeward.node.desk.CaseTerms;
import org.homeward.node.desk.ListProposal;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.HeldPerson;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Act.Reply;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Kind;
import org.homeward.protocol.exchange.Lottery;
import org.homeward.protocol.exchange.Phase;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.exchange.SealedList;
import org.homeward.protocol.exchange.Terms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes with an agreement under real terms: one soldier a side, and one in reserve on each. */
abstract class AgreedCase {
    static final String TERMS = """
            {"id": "one-for-one", "date": "2026-02-05", "countingRule": "one soldier per side", "sides": ["aa", "bb"],
             "categories": [{"id": "soldiers", "text": "Prisoners of war", "tests": [{"attribute": "kind", "op": "IS", "values": ["SOLDIER"]}]}],
             "levels": [{"measure": "LONGEST_HELD"}],
             "clauses": [
               {"type": "COUNT", "id": "to-aa", "text": "One soldier to aa.", "side": "aa", "category": "soldiers", "number": 1},
               {"type": "COUNT", "id": "to-bb", "text": "One soldier to bb.", "side": "bb", "category": "soldiers", "number": 1}],
             "deadlines": [{"due": "AMENDMENT", "hours": 72, "onExpiry": "LAPSES"}]}""";

    /** For tests that begin before the lists are frozen. */
    static final String PROPOSED = "proposed";

    @TempDir
    Path home;

    boolean takenElsewhere;
    ThreeNodes world;
    final Map<String, ExchangeNode> nodes = new HashMap<>();

    @BeforeEach
    void anAgreement(TestInfo test) throws Exception {
        world = new ThreeNodes(home);
        ExchangeNode agency = world.startAgency();
        nodes.put("med", agency);
        for (String id : List.of("aa", "bb")) {
            nodes.put(id, world.startBureau(id, ThreeNodes.linkTo(agency)));
        }
        Terms terms = CaseTerms.read(TERMS, world.participants);
        does("med", new Act.CaseOpened(world.participants));
        does("med", new Act.TermsProposed(terms));
        for (String id : List.of("med", "aa", "bb")) {
            does(id, new Act.TermsSigned(terms.digest()));
        }
        String secret = "5a".repeat(32);
        for (String id : List.of("aa", "bb")) {
            does(id, new Act.ListSealed(SealedList.commitment(ThreeNodes.CASE, id, secret, lines(id)), 2));
        }
        for (String id : List.of("aa", "bb")) {
            does(id, new Act.ListRevealed(secret, lines(id)));
        }
        does("aa", new Act.LinesAnswered(List.of(held("bb", 1), held("bb", 2))));
        does("bb", new Act.LinesAnswered(List.of(held("aa", 1), held("aa", 2))));
        for (String id : List.of("aa", "bb")) {
            does(id, new Act.LinksConfirmed(List.of(id + "-1", id + "-2"), List.of()));
        }
        does("aa", new Act.LinksAcknowledged(List.of("bb-1", "bb-2")));
        does("bb", new Act.LinksAcknowledged(List.of("aa-1", "aa-2")));
        for (String id : List.of("med", "aa", "bb")) {
            does(id, new Act.LotterySealed(Lottery.commitment(ThreeNodes.CASE, id, secret)));
        }
        for (String id : List.of("med", "aa", "bb")) {
            does(id, new Act.LotteryRevealed(secret));
        }
        var lists = (ListProposal.Made.Lists) ListProposal.make(nodes.get("med").state());
        does("med", new Act.SelectionProposed(lists.proposal()));
        if (test.getTags().contains(PROPOSED)) {
            synchronise();
            return;
        }
        for (String id : List.of("med", "aa", "bb")) {
            does(id, new Act.ListsFrozen(lists.proposal().digest()));
        }
        Agreement agreement = nodes.get("med").state().agreement().orElseThrow();
        for (String id : List.of("aa", "bb", "med")) {
            does(
                    id,
                    new Act.AgreementSigned(
                            agreement.digest(),
                            world.identities.get(id).signing().sign(agreement.bytes())));
        }
        synchronise();
        assertThat(state("aa").phase()).isEqualTo(Phase.AGREED);
    }

    static List<SoughtLine> lines(String party) {
        return List.of(line(party, 1), line(party, 2));
    }

    static SoughtLine line(String party, int n) {
        return new SoughtLine(
                party + "-" + n, "Тест Тестенко " + n, null, null, null, null, null, null, null, null, null);
    }

    static Reply held(String seeker, int n) {
        String token = Bytes.hex(Bytes.sha256(Bytes.utf8(seeker + n))).substring(0, 24);
        return new Reply(
                seeker + "-" + n,
                ReplyCode.HELD,
                new HeldPerson(token, "Тест " + n, null, null, Kind.SOLDIER, null, "2022-05-0" + n));
    }

    void synchronise() throws IOException {
        for (ExchangeNode node : nodes.values()) {
            node.synchronise();
        }
    }

    void does(String id, Act act) throws IOException {
        nodes.get(id).synchronise();
        assertThat(world.act(nodes.get(id), act)).isInstanceOf(Outcome.Done.class);
    }

    /** Two people of the side sign what its desk drafted. */
    void signed(String id, Outcome drafted) throws IOException {
        assertThat(drafted).isInstanceOf(Outcome.Waiting.class);
        Outcome one = world.sign(nodes.get(id), drafted, id + "-1");
        assertThat(world.sign(nodes.get(id), one, id + "-2")).isInstanceOf(Outcome.Done.class);
        synchronise();
    }

    AfterAgreement desk(String id) {
        return new AfterAgreement(nodes.get(id), amendment -> takenElsewhere);
    }

    CaseState state(String id) {
        return nodes.get(id).state();
    }

    ListedPerson onTheList(String party) {
        return state("med")
                .agreement()
                .orElseThrow()
                .proposal()
                .returning()
                .get(party)
                .getFirst();
    }
}
