package org.homeward.node.day;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.pack.DayList;
import org.homeward.handover.pack.Manifest;
import org.homeward.node.desk.AfterAgreement;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.json.CanonicalJson;

/**
 * What a handover day begins with, made of the agreement in force and of what the three agreed on for the day: the roster, which holds no
 * name and is byte for byte the same at all three, and the list with names. Devices and officers come into the roster by their own
 * enrolment files ({@code homeward field enrol}), the packs are made with {@code homeward field pack}. Routes and times are in neither.
 */
public final class DayFiles {
    /** The names of the files. */
    public static final String ROSTER = "roster.json";

    public static final String LIST = "list.json";
    public static final String MANIFEST = "manifest.json";
    public static final String CHECKPOINT = "checkpoint";
    public static final String POLICY = "policy";

    /** Days that this module can read. */
    private static final int VERSION = 1;

    private static final String CODE = "[a-z0-9][a-z0-9-]{0,31}";
    private static final int MOST_LINES = 200;

    /**
     * What was agreed for the day.
     *
     * @param handover short code of the day within the case
     * @param neutral id of the neutral, whose devices belong to neither party
     * @param vehicles one a line: code, party or neutral, point, and what must be acknowledged by whom, as in {@code bus-1 ua north
     *     airspace:ru fire-control:ru}
     * @param counted one a line: what is counted and not named, who gets it, and the agreed number, as in {@code bags ua 6060}
     * @param checklist one a line
     * @param seats one a line: vehicle, seat, party to which he returns, and number on its list, as in {@code bus-1 12 ua 7}
     */
    public record Plan(
            String handover, String neutral, String vehicles, String counted, String checklist, String seats) {
        /** A day without seats. */
        public Plan(String handover, String neutral, String vehicles, String counted, String checklist) {
            this(handover, neutral, vehicles, counted, checklist, "");
        }
    }

    /** What became of it. */
    public sealed interface Made {
        /** The files by their names; {@link #LIST} only where this node may see the names. */
        record Files(Map<String, byte[]> files) implements Made {}

        /** Nothing was made, and what to do. */
        record Refused(String sentence) implements Made {}
    }

    private DayFiles() {}

    /**
     * Makes the files.
     *
     * @param withNames whether the list with names is made too; an agency does not need it
     * @param checkpoint the joint log's newest checkpoint with all co-signatures
     * @param policy whose co-signatures it bears
     */
    public static Made of(CaseState state, Plan plan, boolean withNames, String checkpoint, String policy) {
        Optional<Agreement> agreement = state.agreed().isEmpty() ? Optional.empty() : state.agreement();
        if (agreement.isEmpty()) {
            return new Made.Refused("The case is not agreed yet: a day is made of lists that all three signed.");
        }
        if (!plan.handover().matches(CODE) || !plan.neutral().matches(CODE)) {
            return new Made.Refused(
                    "The day and the neutral are named by a short code of small letters, digits and hyphens, as in day-1 and icrc.");
        }
        List<Roster.Vehicle> vehicles = new ArrayList<>();
        Map<String, Long> planned = new TreeMap<>();
        for (String line : lines(plan.vehicles())) {
            Optional<Roster.Vehicle> vehicle = vehicle(line);
            if (vehicle.isEmpty()) {
                return new Made.Refused("The vehicle '" + line + "' is not written as in: bus-1 ua north airspace:ru.");
            }
            vehicles.add(vehicle.get());
        }
        for (String line : lines(plan.counted())) {
            String[] words = line.split("\\s+");
            if (words.length != 3 || !words[0].matches(CODE) || !words[2].matches("\\d{1,9}")) {
                return new Made.Refused("What is counted, '" + line + "', is not written as in: bags ua 6060.");
            }
            planned.put(words[0] + ":" + words[1], Long.parseLong(words[2]));
        }
        List<Roster.Expected> people = new ArrayList<>();
        List<Roster.Expected> reserve = new ArrayList<>();
        List<DayList.Line> names = new ArrayList<>();
        for (Participants.Participant party : state.known().parties()) {
            for (ListedPerson person : agreement.get().proposal().returning().getOrDefault(party.id(), List.of())) {
                people.add(expected(party, person));
                names.add(named(person));
            }
            for (ListedPerson person : AfterAgreement.reservePeople(state, party.id())) {
                reserve.add(expected(party, person));
                names.add(named(person));
            }
        }
        Roster roster = new Roster(
                state.caseId(),
                plan.handover(),
                agreement.get().digest(),
                state.known().parties().stream()
                        .map(Participants.Participant::id)
                        .toList(),
                plan.neutral(),
                List.of(),
                List.of(),
                people,
                reserve,
                planned,
                vehicles,
                lines(plan.checklist()));
        DayList list = new DayList(VERSION, state.caseId(), plan.handover(), names);
        Optional<String> flaw = roster.flaw().or(() -> list.flaw(roster));
        if (flaw.isPresent()) {
            return new Made.Refused("The day cannot be made: " + flaw.get() + ".");
        }
        Seating.Read seats = Seating.read(plan.seats(), roster);
        if (seats instanceof Seating.Read.Refused(String sentence)) {
            return new Made.Refused(sentence);
        }
        Manifest manifest = ((Seating.Read.Seats) seats).manifest();
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (!manifest.seats().isEmpty()) {
            files.put(MANIFEST, CanonicalJson.bytes(manifest));
        }
        files.put(ROSTER, RosterText.write(roster));
        if (withNames) {
            files.put(LIST, CanonicalJson.bytes(list));
        }
        files.put(CHECKPOINT, checkpoint.getBytes(StandardCharsets.UTF_8));
        files.put(POLICY, policy.getBytes(StandardCharsets.UTF_8));
        return new Made.Files(files);
    }

    private static Roster.Expected expected(Participants.Participant party, ListedPerson person) {
        return new Roster.Expected(person.token(), person.number(), party.id(), person.category());
    }

    private static DayList.Line named(ListedPerson person) {
        return new DayList.Line(
                person.token(),
                List.copyOf(new LinkedHashSet<>(List.of(person.nameAsHeld(), person.name()))),
                person.birthDate(),
                null,
                List.of());
    }

    /** The files as one zip, without times in it: all three get the same bytes of the same day. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Optional<Roster.Vehicle> vehicle(String line) {
        String[] words = line.split("\\s+");
        if (words.length < 3 || !words[0].matches(CODE) || !words[2].matches(CODE)) {
            return Optional.empty();
        }
        List<Roster.Clearance> clearances = new ArrayList<>();
        for (int i = 3; i < words.length; i++) {
            int colon = words[i].indexOf(':');
            if (colon < 1 || colon == words[i].length() - 1) {
                return Optional.empty();
            }
            clearances.add(new Roster.Clearance(words[i].substring(0, colon), words[i].substring(colon + 1)));
        }
        return Optional.of(new Roster.Vehicle(words[0], words[1], words[2], clearances));
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .toList();
    }
}
