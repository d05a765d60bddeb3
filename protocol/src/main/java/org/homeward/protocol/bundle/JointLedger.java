package org.homeward.protocol.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.homeward.ledger.Checkpoint;
import org.homeward.ledger.LogVerifier;
import org.homeward.ledger.MerkleTree;
import org.homeward.ledger.Policy;
import org.homeward.ledger.Result;
import org.homeward.protocol.exchange.Participants;

/** The joint log of a case: whose signatures make it count, and whether a copy of it is the log of given acts. */
public final class JointLedger {
    private JointLedger() {}

    /** The mediator's log, the witnesses of both parties, a quorum of all, as any verifier reads it (C2SP tlog-policy). */
    public static String policyText(Participants participants) {
        StringBuilder text = new StringBuilder();
        text.append("log ").append(participants.mediator().ledgerKey()).append('\n');
        StringBuilder members = new StringBuilder();
        for (Participants.Participant party : participants.parties()) {
            text.append("witness ")
                    .append(party.id())
                    .append(' ')
                    .append(party.ledgerKey())
                    .append('\n');
            members.append(' ').append(party.id());
        }
        return text.append("group both all")
                .append(members)
                .append("\nquorum both\n")
                .toString();
    }

    /** The same as a value; refused where a key of the enrolment cannot be used. */
    public static Result<Policy> policy(Participants participants) {
        return Policy.parse(policyText(participants).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Verifies a copy of the log and compares it with the acts.
     *
     * @param entries the acts' entries, in the agency's order
     * @return a sentence that says what holds, or what does not
     */
    static Result<String> check(Path folder, Participants participants, List<byte[]> entries) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Result.refused("ledger.missing", "The joint log is missing.");
        }
        MerkleTree tree = new MerkleTree();
        entries.forEach(entry -> tree.append(MerkleTree.leafHash(entry)));
        return policy(participants).then(policy -> verify(folder, policy)).then(report -> {
            Checkpoint head = report.checkpoint();
            return head.size() == tree.size() && head.root().equals(tree.root(head.size()))
                    ? Result.ok("The joint log holds exactly these " + head.size()
                            + " acts in this order, signed by the mediator and co-signed by both parties' witnesses.")
                    : Result.refused("ledger.other", "The joint log is not the log of these acts.");
        });
    }

    private static Result<LogVerifier.Report> verify(Path folder, Policy policy) {
        try {
            return LogVerifier.verify(folder, List.of(), Optional.of(policy), Optional.empty());
        } catch (IOException e) {
            return Result.refused("ledger.unreadable", "The joint log cannot be read: " + e.getMessage() + ".");
        }
    }
}
