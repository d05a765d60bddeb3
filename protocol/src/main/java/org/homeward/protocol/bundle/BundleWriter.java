package org.homeward.protocol.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Phase;
import org.homeward.protocol.exchange.SignedAgreement;
import org.homeward.protocol.json.CanonicalJson;

/**
 * Writes what an agreed exchange leaves behind. Files that others add to the folder (printed lists, the ledger) are there before
 * {@link #seal}, which names and signs all of them.
 */
public final class BundleWriter {
    private BundleWriter() {}

    /**
     * Writes the agreement in force with its signatures, the versions before it, enrolment, lists, envelopes and receipts.
     *
     * @throws IllegalStateException when the case is not agreed
     */
    public static void write(Path folder, CaseState state, List<Envelope> envelopes, List<Receipt> receipts)
            throws IOException {
        Agreement agreement = state.agreement()
                .filter(a -> state.phase() == Phase.AGREED)
                .orElseThrow(() -> new IllegalStateException("the case is not agreed: " + state.phase()));
        Files.createDirectories(folder.resolve("lists"));
        Files.createDirectories(folder.resolve("envelopes"));
        Files.write(folder.resolve("participants.json"), CanonicalJson.bytes(state.known()));
        version(folder, "agreement", state.agreed().getLast());
        if (state.agreed().size() > 1) {
            Files.createDirectories(folder.resolve("versions"));
        }
        for (SignedAgreement before : state.agreed().subList(0, state.agreed().size() - 1)) {
            version(folder, "versions/" + before.agreement().version(), before);
        }
        for (Map.Entry<String, List<Act.ListedPerson>> list :
                agreement.proposal().returning().entrySet()) {
            Files.write(folder.resolve("lists/" + list.getKey() + ".csv"), ListCsv.bytes(list.getValue()));
        }
        for (int i = 0; i < envelopes.size(); i++) {
            Files.write(
                    folder.resolve(String.format(Locale.ROOT, "envelopes/%06d.json", i)),
                    envelopes.get(i).bytes());
        }
        Files.write(folder.resolve("receipts.json"), CanonicalJson.bytes(receipts));
    }

    /** A version and the signatures under it. */
    private static void version(Path folder, String name, SignedAgreement version) throws IOException {
        Files.write(folder.resolve(name + ".json"), version.agreement().bytes());
        List<AgreementSignature> signatures = new ArrayList<>();
        for (ActRecord record : new TreeMap<>(version.signatures()).values()) {
            String signature = switch (record.act()) {
                case Act.AgreementSigned signed -> signed.signature();
                case Act.AmendmentSigned signed -> signed.signature();
                default -> throw new IllegalStateException(record.act().kind());
            };
            signatures.add(new AgreementSignature(record.from(), signature, record.envelope()));
        }
        Files.write(folder.resolve(name + ".signatures.json"), CanonicalJson.bytes(signatures));
    }

    /** Names every file there in a signed manifest; nothing may be added after it. */
    public static void seal(Path folder, String caseId, String by, SigningKey key) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals(Manifest.FILE)) {
                    files.put(name, Bytes.hex(Bytes.sha256(Files.readAllBytes(file))));
                }
            }
        }
        Files.write(folder.resolve(Manifest.FILE), CanonicalJson.bytes(Manifest.sign(caseId, by, files, key)));
    }
}
