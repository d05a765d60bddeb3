package org.homeward.protocol.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.PersonKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.Amendment;
import org.homeward.protocol.exchange.AmendmentRules;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * Checks a bundle with nothing but its files: no network, no key of any node. What people did inside sealed envelopes stays sealed;
 * that they did it, in which order and by whose hands, is checked.
 *
 * <p>The keys come from the bundle itself, so the caller shows {@link Report#enrolment} for comparison with the paper on which the
 * three wrote it down.
 */
public final class BundleVerifier {
    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();
    private String enrolment = "";

    private BundleVerifier(Path folder) {
        this.folder = folder;
    }

    /**
     * @param findings in the order of checking
     * @param enrolment SHA-256 of the enrolled keys, to compare with paper
     */
    public record Report(List<Finding> findings, String enrolment) {
        public boolean holds() {
            return findings.stream().allMatch(Finding::holds);
        }
    }

    /** @throws IOException when a file cannot be read at all */
    public static Report verify(Path folder) throws IOException {
        BundleVerifier verifier = new BundleVerifier(folder);
        verifier.run();
        return new Report(List.copyOf(verifier.findings), verifier.enrolment);
    }

    private void run() throws IOException {
        Optional<Participants> participants = read("participants.json", Participants.class);
        Optional<Manifest> manifest = read(Manifest.FILE, Manifest.class);
        if (participants.isEmpty() || manifest.isEmpty()) {
            return;
        }
        enrolment = participants.get().digest();
        Optional<String> flaw = participants.get().flaw();
        if (flaw.isPresent()) {
            bad("participants.json", "The enrolment cannot be used: " + flaw.get() + ".");
            return;
        }
        manifest(manifest.get(), participants.get());
        Optional<Agreement> agreement = read("agreement.json", Agreement.class);
        Map<String, Envelope> envelopes =
                envelopes(participants.get(), manifest.get().caseId());
        receipts(participants.get(), envelopes);
        ledger(participants.get(), envelopes);
        agreement.ifPresent(a -> {
            signatures("agreement", a, participants.get(), envelopes);
            counts("agreement", a, participants.get());
            versions(a, participants.get(), envelopes);
            lists(a);
        });
    }

    private void manifest(Manifest manifest, Participants participants) throws IOException {
        Optional<Participant> by = participants.find(manifest.by());
        if (by.isEmpty() || !manifest.isSignedBy(by.get().signingKey())) {
            bad(Manifest.FILE, "The manifest is not signed by a node of this case.");
        }
        Set<String> present = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(f -> present.add(folder.relativize(f).toString().replace('\\', '/')));
        }
        present.remove(Manifest.FILE);
        int good = 0;
        for (Map.Entry<String, String> file : new TreeMap<>(manifest.files()).entrySet()) {
            if (!present.remove(file.getKey())) {
                bad(file.getKey(), "The file is missing.");
            } else if (!Bytes.hex(Bytes.sha256(Files.readAllBytes(folder.resolve(file.getKey()))))
                    .equals(file.getValue())) {
                bad(
                        file.getKey(),
                        "The file was changed after it was written: its digest is not that of the manifest.");
            } else {
                good++;
            }
        }
        present.forEach(extra -> bad(extra, "The file is not named in the manifest: it was added later."));
        good(Manifest.FILE, good + " files are as they were written.");
    }

    private Map<String, Envelope> envelopes(Participants participants, String caseId) throws IOException {
        Map<String, Envelope> byDigest = new LinkedHashMap<>();
        Map<String, Envelope> heads = new HashMap<>();
        int index = 0;
        for (; Files.exists(folder.resolve(name(index))); index++) {
            String name = name(index);
            Envelope envelope;
            try {
                envelope = Envelope.parse(Files.readAllBytes(folder.resolve(name)));
            } catch (MalformedJsonException e) {
                bad(name, "The envelope cannot be read: " + e.getMessage() + ".");
                continue;
            }
            Optional<Participant> from = participants.find(envelope.from());
            Envelope head = heads.get(envelope.from());
            if (from.isEmpty() || !envelope.isSignedBy(from.get().signingKey())) {
                bad(name, "The envelope is not signed by the node that it names.");
            } else if (!envelope.caseId().equals(caseId)) {
                bad(name, "The envelope belongs to another case.");
            } else if (envelope.seq() != (head == null ? 1 : head.seq() + 1)
                    || !envelope.prev().equals(head == null ? ActRecord.NONE : head.digest())) {
                bad(name, "The envelope does not follow the one before of the same sender: something is left out.");
            } else if (people(envelope, from.get()) < 2) {
                bad(name, "The act was not signed by two different people of its side.");
            }
            heads.put(envelope.from(), envelope);
            byDigest.put(envelope.digest(), envelope);
        }
        good("envelopes", index + " acts are signed, in unbroken sequence, each by two people.");
        return byDigest;
    }

    private static String name(int index) {
        return String.format(Locale.ROOT, "envelopes/%06d.json", index);
    }

    private static int people(Envelope envelope, Participant from) {
        byte[] message = Approval.message(envelope.caseId(), envelope.from(), envelope.kind(), envelope.commitment());
        Set<String> people = new HashSet<>();
        for (Approval approval : envelope.approvals()) {
            from.officer(approval.officer())
                    .filter(o -> PersonKey.verifies(o.publicKey(), message, approval.signature()))
                    .ifPresent(o -> people.add(o.id()));
        }
        return people.size();
    }

    private void receipts(Participants participants, Map<String, Envelope> envelopes) throws IOException {
        Optional<Receipt[]> receipts = read("receipts.json", Receipt[].class);
        if (receipts.isEmpty()) {
            return;
        }
        Set<String> open = new HashSet<>(envelopes.keySet());
        for (Receipt receipt : receipts.get()) {
            Optional<Participant> by = participants.find(receipt.by());
            if (by.isEmpty() || !receipt.isSignedBy(by.get().signingKey())) {
                bad("receipts.json", "A receipt is not signed by the node that it names.");
            }
            open.remove(receipt.envelope());
        }
        if (open.isEmpty()) {
            good("receipts.json", "Every act has a signed receipt.");
        } else {
            bad("receipts.json", open.size() + " acts have no receipt.");
        }
    }

    /** The joint log holds exactly these acts, in this order, under a checkpoint that the witnesses of both parties co-signed. */
    private void ledger(Participants participants, Map<String, Envelope> envelopes) throws IOException {
        List<byte[]> entries = envelopes.values().stream()
                .map(envelope -> JointEntry.of(envelope).bytes())
                .toList();
        switch (JointLedger.check(folder.resolve("ledger"), participants, entries)) {
            case Result.Ok<String>(String sentence) -> good("ledger", sentence);
            case Result.Refused<String>(var refusal) -> bad("ledger", refusal.sentence());
        }
    }

    private void signatures(
            String name, Agreement agreement, Participants participants, Map<String, Envelope> envelopes) {
        Optional<AgreementSignature[]> signatures = read(name + ".signatures.json", AgreementSignature[].class);
        if (signatures.isEmpty()) {
            return;
        }
        if (!agreement.participantsDigest().equals(participants.digest())) {
            bad("participants.json", "These are not the keys under which the agreement was made.");
        }
        Set<String> signed = new TreeSet<>();
        for (AgreementSignature signature : signatures.get()) {
            Optional<Participant> by = participants.find(signature.participant());
            Envelope envelope = envelopes.get(signature.envelope());
            if (by.isEmpty() || !SigningKey.verifies(by.get().signingKey(), agreement.bytes(), signature.signature())) {
                bad(
                        name + ".json",
                        "The signature of " + signature.participant() + " does not verify over these bytes.");
            } else if (envelope == null
                    || !envelope.from().equals(signature.participant())
                    || !envelope.kind().equals(agreement.version() == 1 ? "AgreementSigned" : "AmendmentSigned")) {
                bad(name + ".signatures.json", "A signature names no envelope in which it was given.");
            } else {
                signed.add(signature.participant());
            }
        }
        if (signed.size() == 3) {
            good(name + ".json", "Signed by " + String.join(", ", signed) + " over exactly these bytes.");
        } else {
            bad(name + ".signatures.json", "The agreement is signed by " + signed.size() + " of 3.");
        }
    }

    private void counts(String name, Agreement agreement, Participants participants) {
        for (Participant party : participants.parties()) {
            List<ListedPerson> people = agreement.proposal().returning().getOrDefault(party.id(), List.of());
            long soldiers =
                    people.stream().filter(p -> p.category().equals("soldier")).count();
            long civilians =
                    people.stream().filter(p -> p.category().equals("civilian")).count();
            Integer agreedSoldiers = agreement.terms().perSide().get(party.id());
            Integer agreedCivilians = agreement.terms().civilians().get(party.id());
            boolean distinct =
                    people.stream().map(ListedPerson::token).distinct().count() == people.size();
            if (agreedSoldiers != null && soldiers != agreedSoldiers
                    || agreedCivilians != null && civilians != agreedCivilians
                    || !distinct) {
                bad(name + ".json", "The list of " + party.id() + " is not what the terms say.");
            } else {
                good(
                        name + ".json",
                        "To " + party.id() + " return " + soldiers + " soldiers and " + civilians
                                + " civilians, as the terms say, and " + (people.size() - soldiers - civilians)
                                + " seriously wounded outside the balance.");
            }
        }
    }

    /**
     * Every version before the one in force is there, is signed by three, and each is the one before with the changes that it names. How
     * many there must be is counted from the outside of the acts, so that none can be left out.
     */
    private void versions(Agreement inForce, Participants participants, Map<String, Envelope> envelopes) {
        int signed = signedVersions(envelopes);
        if (inForce.version() != signed) {
            bad(
                    "agreement.json",
                    "This is version " + inForce.version() + " of the lists, and the acts have signed " + signed + ".");
        }
        Agreement later = inForce;
        String laterName = "agreement";
        for (int version = inForce.version() - 1; version >= 1; version--) {
            String name = "versions/" + version;
            Optional<Agreement> before = read(name + ".json", Agreement.class);
            if (before.isEmpty()) {
                return;
            }
            if (before.get().version() != version || !follows(before.get(), later)) {
                bad(laterName + ".json", "This version is not the one before it with the changes that it names.");
            }
            signatures(name, before.get(), participants, envelopes);
            counts(name, before.get(), participants);
            later = before.get();
            laterName = name;
        }
        if (!later.amends().equals(ActRecord.NONE) || !later.changes().isEmpty()) {
            bad(laterName + ".json", "The first version amends another, which is not here.");
        } else if (inForce.version() > 1) {
            good(
                    "agreement.json",
                    "Version " + inForce.version()
                            + " of the lists: every change since the first is named and signed.");
        }
    }

    private static boolean follows(Agreement before, Agreement later) {
        if (!later.amends().equals(before.digest())) {
            return false;
        }
        Amendment amendment = new Amendment(later.version(), later.amends(), later.changes());
        return later.digest().equals(AmendmentRules.apply(before, amendment).digest());
    }

    /** How many versions all three signed, told from kinds and senders alone. */
    private static int signedVersions(Map<String, Envelope> envelopes) {
        int versions = 0;
        Set<String> under = new HashSet<>();
        for (Envelope envelope : envelopes.values()) {
            switch (envelope.kind()) {
                case "AmendmentProposed", "AmendmentWithdrawn", "AmendmentDeclined" -> under.clear();
                case "AgreementSigned", "AmendmentSigned" -> {
                    under.add(envelope.from());
                    if (under.size() == 3) {
                        versions++;
                        under.clear();
                    }
                }
                default -> {}
            }
        }
        return versions;
    }

    private void lists(Agreement agreement) {
        agreement.proposal().returning().forEach((party, people) -> {
            String name = "lists/" + party + ".csv";
            try {
                if (Arrays.equals(Files.readAllBytes(folder.resolve(name)), ListCsv.bytes(people))) {
                    good(name, "The list is that of the agreement, line for line.");
                } else {
                    bad(name, "The list is not that of the agreement.");
                }
            } catch (IOException e) {
                bad(name, "The list cannot be read.");
            }
        });
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        try {
            return Optional.of(CanonicalJson.read(Files.readAllBytes(folder.resolve(name)), type));
        } catch (IOException e) {
            bad(name, "The file is missing or cannot be read.");
        } catch (MalformedJsonException e) {
            bad(name, "The file is damaged: " + e.getMessage() + ".");
        }
        return Optional.empty();
    }

    private void good(String file, String sentence) {
        findings.add(Finding.good(file, sentence));
    }

    private void bad(String file, String sentence) {
        findings.add(Finding.bad(file, sentence));
    }
}
