package org.homeward.node.dossier;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.node.dossier.Dossier.Answer;
import org.homeward.node.dossier.Dossier.Entered;
import org.homeward.node.dossier.Dossier.Event;
import org.homeward.node.dossier.Dossier.Joined;
import org.homeward.node.dossier.Dossier.Note;
import org.homeward.node.dossier.Dossier.Said;
import org.homeward.node.dossier.Dossier.Script;
import org.homeward.node.dossier.Dossier.What;
import org.homeward.node.intake.Cells;
import org.homeward.node.intake.RowHistory;
import org.homeward.node.store.Dossiers.Statement;
import org.homeward.node.store.Registers.Batch;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Registers.Row;
import org.homeward.node.store.Statements.Life;
import org.homeward.node.store.Store;
import org.homeward.register.Answered;
import org.homeward.register.Field;
import org.homeward.register.PartialDate;
import org.homeward.register.PfifNote;
import org.jspecify.annotations.Nullable;

/** Puts a person's dossier together from everything that this node was told of him. Nothing in it is overwritten. Safe for threads. */
public final class DossierDesk {
    /** Longest word of a statement, in characters. */
    public static final int LONGEST = 300;

    private static final Set<Field> DATES = Set.of(Field.BIRTH_DATE, Field.CAPTURE_DATE, Field.DEATH_DATE);
    /** What nobody may write down as a statement: what a file alone has. */
    private static final Set<Field> OF_FILES = Set.of(Field.ID, Field.EXPIRY, Field.NOTES, Field.OTHER);

    private final Store store;
    private final StatusDesk statuses;
    private final ClaimDesk claims;
    private final TwinDesk twins;
    private final Beside beside;
    private final Clock clock;

    DossierDesk(Store store, StatusDesk statuses, ClaimDesk claims, TwinDesk twins, Beside beside, Clock clock) {
        this.store = store;
        this.statuses = statuses;
        this.claims = claims;
        this.twins = twins;
        this.beside = beside;
        this.clock = clock;
    }

    /** The fields of which a statement may be written down. */
    public static List<Field> fields() {
        return Stream.of(Field.values()).filter(f -> !OF_FILES.contains(f)).toList();
    }

    /** The key of the row in that place. */
    public Optional<String> key(Kind kind, long batch, int ordinal) {
        return store.registers().at(kind, batch, ordinal).map(Row::key);
    }

    /** The dossier of the person whose row stands in that place. */
    public Optional<Dossier> of(Kind kind, long batch, int ordinal) {
        return key(kind, batch, ordinal)
                .flatMap(key -> RowHistory.of(store.registers(), kind, key).map(history -> of(kind, key, history)));
    }

    private Dossier of(Kind kind, String key, RowHistory history) {
        List<Row> rows = store.registers().histories(kind, List.of(key)).getOrDefault(key, List.of());
        Map<Long, Batch> batches = statuses.batches(kind);
        List<Statement> stated = store.dossiers().statements(kind, key);
        List<ClaimDesk.Item> open = claims.of(kind, key);
        List<Said> said = said(rows, batches, stated);
        return new Dossier(
                kind,
                key,
                rows.isEmpty() ? "" : Cells.name(rows.getLast().cells()),
                history,
                statuses.words(kind, List.of(key)).getOrDefault(key, List.of()),
                open,
                kind == Kind.HELD ? answers(rows, batches, stated) : List.of(),
                said,
                notes(rows, batches),
                joined(kind, key),
                store.papers().of(kind, key),
                store.dossiers().printed(kind, key),
                kind == Kind.HELD && !store.holds().of(key).isEmpty(),
                timeline(kind, key, history, stated));
    }

    /**
     * Writes a statement down.
     *
     * @return whether it was kept: there is such a person, a value where one was given, and no word too long; a date is one
     */
    public boolean state(Kind kind, String key, Entered entered, String by) {
        boolean date = DATES.contains(entered.field()) && entered.answer() == Answered.GIVEN;
        boolean sound = !OF_FILES.contains(entered.field())
                && entered.answer() != Answered.NOT_RECORDED
                && (entered.answer() != Answered.GIVEN || !entered.value().isBlank())
                && !entered.source().isBlank()
                && Stream.of(entered.value(), entered.source(), entered.evidence(), entered.day())
                        .allMatch(w -> w.length() <= LONGEST)
                && (entered.day().isBlank()
                        || PartialDate.parse(entered.day().strip()).isPresent())
                && (!date || PartialDate.parse(entered.value().strip()).isPresent());
        return sound && store.dossiers().add(kind, key, entered.by(by, clock.instant()));
    }

    /** Every different value once, with the file that first said it; then what was written down here. */
    private static List<Said> said(List<Row> rows, Map<Long, Batch> batches, List<Statement> stated) {
        Map<String, Said> all = new LinkedHashMap<>();
        Set<String> newest = new HashSet<>();
        for (Row row : rows) {
            Batch batch = batches.get(row.batch());
            if (batch == null) {
                continue;
            }
            newest.clear();
            row.cells().forEach((column, value) -> {
                if (column.field() != Field.NOTES) {
                    String place = column.header() + "\n" + column.field() + "\n" + value;
                    newest.add(place);
                    all.putIfAbsent(
                            place,
                            new Said(
                                    column.field(),
                                    column.header(),
                                    Answered.ASKED.contains(column.field()) ? Answered.of(value) : Answered.GIVEN,
                                    value,
                                    Script.of(value),
                                    precision(column.field(), value),
                                    batch.file(),
                                    batch.by(),
                                    "",
                                    batch.at(),
                                    false));
                }
            });
        }
        List<Said> said = new ArrayList<>();
        all.forEach((place, s) -> said.add(new Said(
                s.field(),
                s.header(),
                s.answer(),
                s.value(),
                s.script(),
                s.precision(),
                s.source(),
                s.evidence(),
                s.day(),
                s.at(),
                newest.contains(place))));
        stated.forEach(s -> said.add(new Said(
                s.field(),
                "",
                s.answer(),
                s.value(),
                Script.of(s.value()),
                precision(s.field(), s.value()),
                s.source(),
                s.evidence(),
                s.day(),
                s.at(),
                true)));
        said.sort(Comparator.comparing(Said::field).thenComparing(Said::at, Comparator.reverseOrder()));
        return said;
    }

    private static PartialDate.@Nullable Precision precision(Field field, String value) {
        return DATES.contains(field)
                ? PartialDate.parse(value).map(PartialDate::precision).orElse(null)
                : null;
    }

    /** The newest answer to each of what may be asked, whether a file or a person here has it. */
    private static List<Answer> answers(List<Row> rows, Map<Long, Batch> batches, List<Statement> stated) {
        List<Answer> answers = new ArrayList<>();
        for (Field field : Answered.ASKED) {
            Answer newest = null;
            for (Row row : rows) {
                String cell = Cells.first(row.cells(), field);
                Batch batch = batches.get(row.batch());
                if (cell != null && batch != null) {
                    newest = new Answer(field, Answered.of(cell), cell, batch.file(), batch.at());
                }
            }
            for (Statement s : stated) {
                if (s.field() == field && (newest == null || !s.at().isBefore(newest.at()))) {
                    newest = new Answer(field, s.answer(), s.value(), s.source(), s.at());
                }
            }
            if (newest == null && (field == Field.SURNAME || field == Field.GIVEN_NAME) && !rows.isEmpty()) {
                // A register that writes the whole name in one cell has both in it.
                String whole = Cells.first(rows.getLast().cells(), Field.FULL_NAME);
                Batch batch = batches.get(rows.getLast().batch());
                if (whole != null && batch != null) {
                    newest = new Answer(field, Answered.of(whole), whole, batch.file(), batch.at());
                }
            }
            answers.add(
                    newest == null
                            ? new Answer(field, Answered.NOT_RECORDED, "", "", java.time.Instant.EPOCH)
                            : newest);
        }
        return answers;
    }

    /** Every note once, the newest file's wording of it. */
    private static List<Note> notes(List<Row> rows, Map<Long, Batch> batches) {
        Map<String, Note> notes = new LinkedHashMap<>();
        for (Row row : rows) {
            Batch batch = batches.get(row.batch());
            String cell = Cells.first(row.cells(), Field.NOTES);
            if (batch != null && cell != null) {
                for (PfifNote note : PfifNote.parse(cell)) {
                    notes.put(note.id().isEmpty() ? note.text() : note.id(), new Note(note, batch.file(), batch.at()));
                }
            }
        }
        return List.copyOf(notes.values());
    }

    private List<Joined> joined(Kind kind, String key) {
        List<String> keys = twins.joined(kind, key);
        Map<String, List<Row>> rows = store.registers().histories(kind, keys);
        return keys.stream()
                .filter(rows::containsKey)
                .map(k -> rows.getOrDefault(k, List.of()).getLast())
                .map(row -> new Joined(row.key(), Cells.name(row.cells()), row.batch(), row.ordinal()))
                .toList();
    }

    private List<Event> timeline(Kind kind, String key, RowHistory history, List<Statement> stated) {
        List<Event> events = new ArrayList<>();
        history.versions()
                .forEach(v -> events.add(new Event(
                        v.batch().at(),
                        What.TAKEN_IN,
                        v.batch().file(),
                        v.batch().by(),
                        "")));
        store.claims()
                .of(kind, key)
                .forEach(e -> events.add(
                        new Event(e.at(), What.valueOf("CLAIM_" + e.said().name()), e.reason(), e.by(), "")));
        twins.of(kind, key)
                .forEach(e -> events.add(new Event(
                        e.at(),
                        What.valueOf("TWIN_" + e.said().name()),
                        e.pair().one().equals(key) ? e.pair().other() : e.pair().one(),
                        e.by(),
                        "")));
        stated.forEach(s -> events.add(new Event(s.at(), What.STATED, s.source(), s.by(), s.day())));
        store.papers().of(kind, key).forEach(p -> events.add(new Event(p.at(), What.PICTURE, p.title(), p.by(), "")));
        store.dossiers()
                .printed(kind, key)
                .forEach(p -> events.add(new Event(p.at(), What.PRINTED, p.number(), p.by(), "")));
        Beside.Picture picture = beside.picture(kind);
        picture.seen(key)
                .forEach(s -> events.add(new Event(
                        s.enteredAt(),
                        s.life() == Life.ALIVE ? What.SEEN_ALIVE : What.SEEN_DEAD,
                        s.where(),
                        s.returnee(),
                        s.when())));
        picture.replies(key)
                .forEach(r -> events.add(new Event(r.at(), What.REPLY, r.code(), r.caseId() + " " + r.line(), "")));
        if (kind == Kind.HELD) {
            store.dutyEvents()
                    .of(key)
                    .forEach(e -> events.add(new Event(e.at(), What.DUTY, e.event(), e.by(), e.day())));
            store.reviews()
                    .ofHeld(key)
                    .forEach(e -> events.add(new Event(
                            e.at(), What.valueOf("PAIR_" + e.said().name()), e.caseId() + " " + e.line(), e.by(), "")));
        }
        events.sort(Comparator.comparing(Event::at).reversed());
        return events;
    }
}
