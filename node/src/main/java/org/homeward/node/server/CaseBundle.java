package org.homeward.node.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.homeward.ledger.Checkpoint;
import org.homeward.node.exchange.LedgerJointLog;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.protocol.bundle.BundleWriter;
import org.homeward.protocol.bundle.JointLedger;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Phase;

/** What an agreed case leaves behind: agreement and signatures, lists, acts and receipts, the joint log, and printed forms. */
final class CaseBundle {
    private CaseBundle() {}

    /** The bundle as a zip, or empty while the case is not agreed. */
    static Optional<byte[]> zip(CaseRoom room, NodeIdentity identity, Clock clock) throws IOException {
        if (room.node().state().phase() != Phase.AGREED) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("homeward-bundle");
        try {
            write(folder, room, identity, clock);
            return Optional.of(zip(folder));
        } finally {
            delete(folder);
        }
    }

    private static void write(Path folder, CaseRoom room, NodeIdentity identity, Clock clock) throws IOException {
        List<Envelope> acts = room.node().envelopes();
        List<Receipt> receipts = new ArrayList<>();
        for (Envelope act : acts) {
            receipts.add(Receipt.sign(
                    room.caseId(), act.digest(), identity.id(), clock.instant(), "ACCEPTED", identity.signing()));
        }
        BundleWriter.write(folder, room.node().state(), acts, receipts);
        LedgerJointLog log = room.log().orElseThrow();
        Checkpoint head = log.publish().checkpoint().get();
        log.copyStatic(folder.resolve("ledger"));
        Files.writeString(
                folder.resolve("ledger/policy"),
                JointLedger.policyText(room.participants()),
                StandardCharsets.US_ASCII);
        PrintedForms.write(folder, room, head);
        BundleWriter.seal(folder, room.caseId(), identity.id(), identity.signing());
    }

    private static byte[] zip(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
                zip.putNextEntry(entry);
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
