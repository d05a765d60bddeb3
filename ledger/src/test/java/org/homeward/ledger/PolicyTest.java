package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each line of a policy may be, and what a quorum is. */
class PolicyTest {
    private static final String LOG = "log " + Keys.LOG.verifier() + "\n";
    private static final NoteSigner C = Keys.signer("c.example", KeyType.COSIGNATURE_V1, 6);
    private static final String A = "witness A " + Keys.WITNESS_A.verifier() + " https://a.example/\n";
    private static final String ALL = "# all three\n\n" + LOG + A + "witness B " + Keys.WITNESS_B.verifier()
            + "\nwitness C " + C.verifier() + "\n";

    private static String said(String policy) {
        return Policy.parse(policy.getBytes(StandardCharsets.UTF_8)) instanceof Result.Refused<Policy>(Refusal refusal)
                ? refusal.sentence()
                : "ok";
    }

    @Test
    void eachLineThatCannotBeReadIsNamedWithItsReason() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("log\n", "needs a key after 'log'");
        lines.put("log nonsense\n", "malformed, weak");
        lines.put(LOG + LOG, "repeats the key of a log");
        lines.put("witness A\n", "needs a name and a key");
        lines.put("witness A nonsense\n", "holds a witness key");
        lines.put("witness A " + Keys.LOG.verifier() + "\n", "holds a witness key");
        lines.put(A + A, "repeats the key of a witness");
        lines.put(A + "witness A " + C.verifier() + "\n", "a name that is taken");
        lines.put("witness none " + C.verifier() + "\n", "a name that is taken");
        lines.put("group g all\n", "needs a name, a threshold and members");
        lines.put(A + "group g 0 A\n", "threshold");
        lines.put(A + "group g 2 A\n", "threshold");
        lines.put(A + "group g x A\n", "threshold");
        lines.put(A + "group g 9223372036854775807 A\n", "threshold");
        lines.put("group g any A\n", "not defined above it");
        lines.put(A + "group g any A\ngroup h any A\n", "already in a group");
        lines.put("quorum\n", "needs one name after 'quorum'");
        lines.put("quorum A\n", "not defined above it");
        lines.put("quorum none\nquorum none\n", "second quorum line");
        lines.put("allow all\n", "does not know");
        lines.put("quorum none\r\n", "control character");
        lines.put("# \u007f\n", "control character");
        lines.forEach((policy, reason) -> assertThat(said(policy)).as(policy).contains(reason));
        assertThat(said(LOG + "allow all\n")).startsWith("Line 2 of the policy ");
        assertThat(said(LOG + "log "
                        + Keys.signer("other.example", KeyType.ED25519, 7).verifier() + "\nquorum none\n"))
                .isEqualTo("ok");
        assertThat(said("")).contains("no quorum");
        assertThat(said("log " + Keys.LOG.verifier() + " https://log.example/\n\tquorum \t none \n"))
                .isEqualTo("ok");
    }

    @Test
    void aPolicyOfMoreThan256PartsIsNotRead() {
        StringBuilder many = new StringBuilder(LOG + A);
        for (int i = 1; i <= 255; i++) {
            if (i == 255) {
                assertThat(said(many + "quorum A\n")).isEqualTo("ok");
            }
            many.append("group g")
                    .append(i)
                    .append(" all ")
                    .append(i == 1 ? "A" : "g" + (i - 1))
                    .append('\n');
        }
        assertThat(said(many + "quorum A\n")).contains("one too many");
    }

    private static Policy.Verdict verdict(String quorum, NoteSigner... signers) {
        String text = new Checkpoint(Keys.ORIGIN, 0, MerkleTree.EMPTY_ROOT).text();
        SignedNote note = new SignedNote(text, List.of(Keys.LOG.sign(text, 1)));
        for (NoteSigner signer : signers) {
            note = note.with(List.of(signer.sign(text, 1)));
        }
        return Policy.parse((ALL + quorum).getBytes(StandardCharsets.UTF_8))
                .get()
                .evaluate(note)
                .get();
    }

    @Test
    void aQuorumIsAsManyAsItSays() {
        NoteSigner a = Keys.WITNESS_A;
        NoteSigner b = Keys.WITNESS_B;
        assertThat(verdict("quorum none\n").satisfied()).isTrue();
        assertThat(verdict("quorum B\n", a).satisfied()).isFalse();
        assertThat(verdict("quorum B\n", b).satisfied()).isTrue();
        assertThat(verdict("group g any A B C\nquorum g\n", C).satisfied()).isTrue();
        assertThat(verdict("group g any A B C\nquorum g\n").satisfied()).isFalse();
        assertThat(verdict("group g 2 A B C\nquorum g\n", C).satisfied()).isFalse();
        assertThat(verdict("group g 2 A B C\nquorum g\n", C, a).satisfied()).isTrue();
        assertThat(verdict("group g all A B C\nquorum g\n", C, a).satisfied()).isFalse();
        assertThat(verdict("group g any A B\ngroup h all g C\nquorum h\n", b, C).satisfied())
                .isTrue();
        assertThat(verdict("group g any A B\ngroup h all g C\nquorum h\n", b).satisfied())
                .isFalse();
        assertThat(verdict("quorum C\n", a).sentence()).isEqualTo("Recorded, not yet co-signed by B, C.");
        assertThat(verdict("quorum A\n", a).sentence()).isEqualTo("Effective: the quorum has co-signed.");
    }

    @Test
    void namesInAnyScriptAreReadAsTheyWereWritten() {
        Policy policy = Policy.parse(("witness Бюро " + Keys.WITNESS_A.verifier() + "\nquorum Бюро\n")
                        .getBytes(StandardCharsets.UTF_8))
                .get();
        assertThat(policy.witnesses()).containsOnlyKeys("Бюро");
    }

    @Test
    void onlyALogOfThePolicyUnderItsOwnNameCounts() {
        Policy policy = Policy.ofLog(Keys.LOG.verifier());
        String text = new Checkpoint("another.example", 0, MerkleTree.EMPTY_ROOT).text();
        SignedNote foreign = new SignedNote(text, List.of(Keys.LOG.sign(text, 1)));
        assertThat(policy.evaluate(foreign).accepted()).isFalse();
        Policy witnessOnly = Policy.parse((A + "quorum A\n").getBytes(StandardCharsets.UTF_8))
                .get();
        String own = new Checkpoint(Keys.ORIGIN, 0, MerkleTree.EMPTY_ROOT).text();
        SignedNote cosigned = new SignedNote(own, List.of(Keys.LOG.sign(own, 1), Keys.WITNESS_A.sign(own, 1)));
        assertThat(witnessOnly.evaluate(cosigned).accepted()).isFalse();
        assertThat(witnessOnly
                        .orLogs(List.of(Keys.LOG.verifier()))
                        .evaluate(cosigned)
                        .get()
                        .satisfied())
                .isTrue();
        SignedNote alone = new SignedNote(own, List.of(Keys.LOG.sign(own, 1)));
        assertThat(witnessOnly
                        .orLogs(List.of(Keys.LOG.verifier()))
                        .evaluate(alone)
                        .get()
                        .satisfied())
                .isFalse();
        assertThat(policy.orLogs(List.of())).isSameAs(policy);
    }
}
