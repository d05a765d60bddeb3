package org.homeward.node.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.reconciliation.Closing;
import org.homeward.handover.reconciliation.DayLogs;
import org.homeward.handover.reconciliation.JointSignature;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.CaseState;

/**
 * What came back from a day: its roster and the logs of its devices, as files in the case's folder. A file is kept under its digest, never
 * written over: two versions of a log of one device are what a fork is proven with. Not safe for threads beyond one folder's owner.
 */
public final class DayFolder {
    private static final String ROSTER = "roster.json";
    private static final String DAY = "[a-z0-9][a-z0-9-]{0,31}";
    private static final int MOST_FILES = 2_000;

    private final Path folder;
    private final DayReadings readings;

    /**
     * The days of a case.
     *
     * @param folder of the case's days; made when the first file comes
     * @param readings what was verified already, of this case or any other
     */
    public DayFolder(Path folder, DayReadings readings) {
        this.folder = folder;
        this.readings = readings;
    }

    /** The days of which there is a roster. */
    public synchronized List<String> days() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> days = Files.list(folder)) {
            return days.filter(day -> Files.exists(day.resolve(ROSTER)))
                    .map(day -> day.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Takes a roster.
     *
     * @return a sentence where it is not one of a day of this case's agreement, or another one is there
     */
    public synchronized Optional<String> takeRoster(CaseState state, byte[] bytes) throws IOException {
        Result<Roster> read = RosterText.read(bytes);
        if (read instanceof Result.Refused<Roster>(Refusal refusal)) {
            return Optional.of(refusal.sentence());
        }
        Roster roster = read.get();
        boolean agreed = state.agreed().stream()
                .anyMatch(version -> version.agreement().digest().equals(roster.agreement()));
        if (!roster.caseId().equals(state.caseId()) || !agreed) {
            return Optional.of("The roster is of another case, or of lists that were not agreed in this one.");
        }
        if (!roster.handover().matches(DAY)) {
            return Optional.of("The roster's day has no short code of small letters, digits and hyphens.");
        }
        Path file = folder.resolve(roster.handover()).resolve(ROSTER);
        if (Files.exists(file)) {
            return java.util.Arrays.equals(Files.readAllBytes(file), bytes)
                    ? Optional.empty()
                    : Optional.of("There is another roster of day " + roster.handover()
                            + " here already; every log of the day is read with the one that all devices had.");
        }
        keep(file, bytes);
        return Optional.empty();
    }

    /** Takes a log, a closing or a signature under the joint statement. @return a sentence where it is neither, or there is no such day */
    public synchronized Optional<String> take(String day, byte[] bytes) throws IOException {
        if (!days().contains(day)) {
            return Optional.of("There is no roster of that day here: hand it in first.");
        }
        String kind = kind(bytes);
        if (kind.isEmpty()) {
            return Optional.of(
                    "The file is neither a device's log nor an officer's closing or signature: copy it again.");
        }
        Path file = folder.resolve(day).resolve(digest(bytes) + kind);
        try (Stream<Path> there = Files.list(folder.resolve(day))) {
            if (there.count() > MOST_FILES) {
                return Optional.of(
                        "There are " + MOST_FILES + " files of this day already: a day has a log for each device.");
            }
        }
        if (!Files.exists(file)) {
            keep(file, bytes);
        }
        return Optional.empty();
    }

    private static String kind(byte[] bytes) {
        if (LogText.read(bytes) instanceof Result.Ok<LogText.Content>) {
            return DayLogs.LOG;
        }
        if (Closing.Signed.parse(bytes) instanceof Result.Ok<Closing.Signed>) {
            return DayLogs.CLOSING;
        }
        return JointSignature.Signed.parse(bytes) instanceof Result.Ok<JointSignature.Signed> ? DayLogs.SIGNATURE : "";
    }

    /** The day as its files tell it; empty where there is none. */
    public synchronized Optional<Result<DayLogs>> read(String day) throws IOException {
        if (!days().contains(day)) {
            return Optional.empty();
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        byte[] roster = Files.readAllBytes(folder.resolve(day).resolve(ROSTER));
        try (Stream<Path> there = Files.list(folder.resolve(day))) {
            for (Path file : there.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return Optional.of(readings.read(roster, files));
    }

    private static void keep(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        DurableFiles.replace(file.resolveSibling("taken.new"), bytes, file);
    }

    private static String digest(byte[] bytes) {
        try {
            return Bytes.hex(MessageDigest.getInstance("SHA-256").digest(bytes)).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
