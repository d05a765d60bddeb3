package org.homeward.handover.drill;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.homeward.ledger.Checkpoint;
import org.homeward.ledger.KeyType;
import org.homeward.ledger.MerkleTree;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.SignedNote;

/**
 * The joint log of a drill as far as a day pack needs it: an empty log of an invented agency.
 *
 * @param policy that both parties' witnesses must co-sign
 * @param checkpoint signed and co-signed by both
 * @param signedOnly signed by the agency and by nobody else
 */
public record DrillLedger(String policy, String checkpoint, String signedOnly) {
    /** Makes one with new keys. */
    public static DrillLedger create(List<String> parties, SecureRandom keys) {
        String origin = "agency.example/drill";
        NoteSigner agency = NoteSigner.generate(origin, KeyType.ED25519, keys).get();
        NoteSigner first = NoteSigner.generate(parties.get(0) + ".example", KeyType.COSIGNATURE_V1, keys)
                .get();
        NoteSigner second = NoteSigner.generate(parties.get(1) + ".example", KeyType.COSIGNATURE_V1, keys)
                .get();
        String policy = "log " + agency.verifier().vkey() + "\nwitness first "
                + first.verifier().vkey() + "\nwitness second "
                + second.verifier().vkey()
                + "\ngroup both all first second\nquorum both\n";
        String text = new Checkpoint(origin, 0, MerkleTree.EMPTY_ROOT).text();
        SignedNote signed = new SignedNote(text, List.of(agency.sign(text, 0)));
        SignedNote cosigned =
                signed.with(List.of(first.sign(text, Drill.DAY_BEFORE), second.sign(text, Drill.DAY_BEFORE)));
        return new DrillLedger(
                policy,
                new String(cosigned.bytes(), StandardCharsets.UTF_8),
                new String(signed.bytes(), StandardCharsets.UTF_8));
    }
}
