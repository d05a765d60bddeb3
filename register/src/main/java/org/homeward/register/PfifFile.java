package org.homeward.register;

import static org.homeward.register.PfifXml.NAMESPACES;
import static org.homeward.register.PfifXml.NOTE_ID;
import static org.homeward.register.PfifXml.PERSON;
import static org.homeward.register.PfifXml.PERSON_ID;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.register.PfifXml.Entry;
import org.homeward.register.ReadOutcome.Code;
import org.homeward.register.ReadOutcome.Read;
import org.homeward.register.ReadOutcome.Refused;
import org.homeward.register.ReadOutcome.RowVerdict;
import org.homeward.register.ReadOutcome.Seen;
import org.homeward.register.ReadOutcome.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Reads a register from the People Finder Interchange Format, versions 1.1 to 1.4, also mixed in one file (zesty.ca/pfif). Each record
 * has a verdict of its own: what is sound is read though its neighbour is not.
 *
 * <p>A note's word on a person, such as that he is dead, becomes a cell that says that it is claimed, and by which note; it is never
 * taken for the person's state. A record past its expiry keeps nothing but its id and its dates (specification, "Data expiry"): so a
 * re-import wipes what an earlier one had brought.
 */
final class PfifFile {
    /** After its expiry a record has a day to be gone from every copy. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final String CLAIM = "claimed_status";
    private static final String NOTES = "notes";

    /** PFIF's fields of a person with their meaning here, newest name first; others are kept as they stand. */
    private static final Map<String, Field> MEANING = Map.ofEntries(
            Map.entry("full_name", Field.FULL_NAME),
            Map.entry("family_name", Field.SURNAME),
            Map.entry("last_name", Field.SURNAME),
            Map.entry("given_name", Field.GIVEN_NAME),
            Map.entry("first_name", Field.GIVEN_NAME),
            Map.entry("date_of_birth", Field.BIRTH_DATE),
            Map.entry("sex", Field.SEX),
            Map.entry("home_city", Field.PLACE),
            Map.entry("home_street", Field.STREET),
            Map.entry("home_neighborhood", Field.SUBURB),
            Map.entry("home_state", Field.STATE),
            Map.entry("home_zip", Field.POSTCODE),
            Map.entry("home_postal_code", Field.POSTCODE),
            Map.entry("expiry_date", Field.EXPIRY),
            Map.entry(CLAIM, Field.STATUS),
            Map.entry(NOTES, Field.NOTES));

    private static final List<String> KEPT_OF_EXPIRED = List.of(PERSON_ID, "source_date", "entry_date", "expiry_date");
    private static final String CLAIM_NOTE = "claimed_by_note";
    private static final String LINKED = "linked_person_record_id";

    private final String name;
    private final Instant at;
    private final List<RowVerdict> verdicts = new ArrayList<>();
    private final Map<String, List<PfifNote>> written = new HashMap<>();
    private int notRead;

    private PfifFile(String name, Instant at) {
        this.name = name;
        this.at = at;
    }

    /** @param at the moment against which expiry is judged */
    static ReadOutcome read(String name, byte[] bytes, Map<String, Field> map, Instant at) {
        try {
            return new PfifFile(name, at).table(PfifXml.read(bytes), map);
        } catch (PfifXml.Unreadable e) {
            return new Refused(Code.BAD_PFIF, name + " " + e.getMessage() + ".");
        }
    }

    private ReadOutcome table(List<Entry> entries, Map<String, Field> map) {
        Map<String, Entry> persons = new LinkedHashMap<>();
        List<Entry> notes = new ArrayList<>();
        for (Entry entry : entries) {
            entry.flaws().forEach(flaw -> say(entry, flaw));
            if (!NAMESPACES.contains(entry.namespace())) {
                leaveOut(entry, Verdict.UNKNOWN_NAMESPACE);
            } else if (entry.kind().equals(PERSON)) {
                person(entry, persons);
            } else {
                notes.add(entry);
            }
        }
        if (persons.isEmpty()) {
            return new Refused(
                    Code.NO_ROWS,
                    name + " has no person's record that can be read: its records lack an id or a name,"
                            + " or are not of PFIF 1.1 to 1.4.");
        }
        Map<String, Entry> claims = claims(notes, persons);
        return assemble(persons, claims, map);
    }

    /** Takes a person's record in; of two with one id the one with the later source date. */
    private void person(Entry entry, Map<String, Entry> persons) {
        String id = entry.get(PERSON_ID);
        if (id.isEmpty()) {
            leaveOut(entry, Verdict.NO_ID);
            return;
        }
        boolean expired = expired(entry);
        if (!expired
                && MEANING.keySet().stream()
                        .filter(f -> f.endsWith("_name"))
                        .allMatch(f -> entry.get(f).isEmpty())) {
            leaveOut(entry, Verdict.NO_NAME);
            return;
        }
        if (!id.matches("[^/\\s]+\\.[^/\\s]+/.+")) {
            say(entry, Verdict.ID_WITHOUT_HOME);
        }
        if (time(entry.get("source_date")).isEmpty()) {
            say(entry, entry.get("source_date").isEmpty() ? Verdict.NO_SOURCE_DATE : Verdict.BAD_DATE);
        }
        if (!entry.get("expiry_date").isEmpty()
                && time(entry.get("expiry_date")).isEmpty()) {
            say(entry, Verdict.BAD_DATE);
        }
        Entry before = persons.get(id);
        if (before != null && sourceDate(before).isAfter(sourceDate(entry))) {
            leaveOut(entry, Verdict.OLDER_COPY);
            return;
        }
        if (before != null) {
            leaveOut(before, Verdict.OLDER_COPY);
        }
        if (expired) {
            say(entry, Verdict.EXPIRED);
        }
        persons.put(id, entry);
    }

    private boolean expired(Entry person) {
        return time(person.get("expiry_date"))
                .map(until -> until.plus(GRACE).isBefore(at))
                .orElse(false);
    }

    /** The newest claim of a status on each person; every claim of a death and every link is said besides. */
    private Map<String, Entry> claims(List<Entry> notes, Map<String, Entry> persons) {
        Set<String> links = new HashSet<>();
        notes.forEach(note -> links.add(about(note) + "\n" + note.get(LINKED)));
        Map<String, Entry> claims = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Entry note : notes.stream()
                .sorted(Comparator.comparing(PfifFile::sourceDate))
                .toList()) {
            Entry person = persons.get(about(note));
            if (note.get(NOTE_ID).isEmpty()) {
                leaveOut(note, Verdict.NO_ID);
            } else if (!ids.add(note.get(NOTE_ID))) {
                leaveOut(note, Verdict.OLDER_COPY);
            } else if (person == null) {
                leaveOut(note, Verdict.NOTE_WITHOUT_PERSON);
            } else if (expired(person)) {
                leaveOut(note, Verdict.EXPIRED);
            } else {
                if (note.get("status").equals("believed_dead")) {
                    say(note, Verdict.CLAIM_OF_DEATH);
                }
                if (!note.get("status").isEmpty()) {
                    claims.put(about(note), note);
                }
                written.computeIfAbsent(about(note), p -> new ArrayList<>()).add(PfifNote.of(note.fields()));
                String other = note.get(LINKED);
                if (!other.isEmpty() && !links.contains(other + "\n" + about(note))) {
                    say(note, Verdict.ONE_WAY_LINK);
                }
            }
        }
        return claims;
    }

    /** Whom a note is about: the person it stands in, unless it names another itself. */
    private static String about(Entry note) {
        return note.get(PERSON_ID).isEmpty() ? note.owner() : note.get(PERSON_ID);
    }

    private ReadOutcome assemble(Map<String, Entry> persons, Map<String, Entry> claims, Map<String, Field> map) {
        Map<String, Integer> places = new LinkedHashMap<>();
        places.put(PERSON_ID, 0);
        persons.values().forEach(p -> p.fields().keySet().forEach(f -> places.putIfAbsent(f, places.size())));
        places.putIfAbsent(CLAIM, places.size());
        places.putIfAbsent(CLAIM_NOTE, places.size());
        places.putIfAbsent(NOTES, places.size());
        List<Column> columns = places.keySet().stream()
                .map(f -> new Column(
                        f, f.equals(PERSON_ID) ? Field.ID : map.getOrDefault(f, MEANING.getOrDefault(f, Field.OTHER))))
                .toList();
        Refused flaw = TableBuilder.flaw(name, new Header(1, columns), map);
        if (flaw != null) {
            return flaw;
        }
        List<@Nullable String[]> rows = new ArrayList<>();
        persons.forEach((id, person) -> {
            @Nullable String[] row = new @Nullable String[columns.size()];
            boolean expired = expired(person);
            person.fields().forEach((field, value) -> {
                if (!expired || KEPT_OF_EXPIRED.contains(field)) {
                    row[places.getOrDefault(field, 0)] = value;
                }
            });
            Entry claim = claims.get(id);
            if (claim != null) {
                row[places.getOrDefault(CLAIM, 0)] = claim.get("status");
                row[places.getOrDefault(CLAIM_NOTE, 0)] = claim.get(NOTE_ID);
            }
            List<PfifNote> own = written.getOrDefault(id, List.of());
            if (!own.isEmpty()) {
                // A claim of a death is never the one that found no room.
                row[places.getOrDefault(NOTES, 0)] = PfifNote.cell(own.reversed().stream()
                        .sorted(Comparator.comparing((PfifNote n) -> !n.saysDead()))
                        .toList());
            }
            rows.add(row);
        });
        verdicts.sort(Comparator.comparingLong(RowVerdict::line));
        int tooLong = (int) verdicts.stream()
                .filter(v -> v.verdict() == Verdict.CELL_TOO_LONG)
                .count();
        List<RowVerdict> first = verdicts.subList(0, Math.min(verdicts.size(), Seen.MAX_VERDICTS));
        return new Read(
                new RegisterTable(columns, List.copyOf(persons.keySet()), rows),
                new Seen("PFIF", ' ', rows.size(), 0, tooLong, notRead, first));
    }

    private void leaveOut(Entry entry, Verdict why) {
        notRead++;
        say(entry, why);
    }

    private void say(Entry entry, Verdict verdict) {
        verdicts.add(new RowVerdict(entry.line(), verdict));
    }

    private static Instant sourceDate(Entry entry) {
        return time(entry.get("source_date")).orElse(Instant.MIN);
    }

    private static Optional<Instant> time(String written) {
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
