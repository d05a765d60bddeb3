package org.homeward.node.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.dossier.StatusWord.Source;
import org.homeward.node.intake.Cells;
import org.homeward.node.store.Registers.Batch;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Registers.Row;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.PfifNote;
import org.homeward.register.SaidStatus;

/**
 * What a person's rows say of where he is: the newest row's words, and every claim of a death that any of them makes. A claim that a later
 * file leaves out stays a claim. One that a later file makes anew, after one that did not, is another claim: what was refused once is
 * looked at again.
 *
 * @param words of the newest row; empty for somebody who was wiped
 */
record RowWords(List<StatusWord> words, List<Claim> claims) {
    private static final List<Field> SPEAKS = List.of(Field.STATUS, Field.KIND, Field.MEDICAL, Field.OTHER);
    /** What PFIF's reader makes of the newest note, which is there itself. */
    private static final List<String> OF_A_NOTE = List.of("claimed_status", "claimed_by_note");

    RowWords {
        words = List.copyOf(words);
        claims = List.copyOf(claims);
    }

    /** @param rows of one key, the oldest first */
    static RowWords of(Kind kind, List<Row> rows, Map<Long, Batch> batches) {
        Fold fold = new Fold(kind);
        for (Row row : rows) {
            Batch batch = batches.get(row.batch());
            if (batch != null) {
                fold.add(row, batch);
            }
        }
        return fold.words();
    }

    /** Gathers one person's rows, the oldest first. */
    static final class Fold {
        private final Kind kind;
        private List<StatusWord> words = List.of();
        private Map<String, Claim> claims = Map.of();
        private Map<String, Long> running = Map.of();

        Fold(Kind kind) {
            this.kind = kind;
        }

        void add(Row row, Batch batch) {
            if (Cells.name(row.cells()).isEmpty()) {
                words = List.of();
                claims = Map.of();
                running = Map.of();
                return;
            }
            words = RowWords.words(kind, row, batch);
            Map<String, Claim> found = claims(kind, row, batch);
            if (found.isEmpty()) {
                running = Map.of();
                return;
            }
            Map<String, Long> now = new HashMap<>();
            Map<String, Claim> all = new LinkedHashMap<>(claims);
            found.forEach((said, c) -> {
                // A note's record is the same one wherever it is read.
                long since = c.source() == Source.NOTE ? 0 : running.getOrDefault(said, row.batch());
                now.put(said, since);
                String whole = said + "\n" + since;
                all.putIfAbsent(
                        whole,
                        new Claim(kind, row.key(), whole, c.source(), c.who(), c.where(), c.words(), c.day(), c.at()));
            });
            running = now;
            claims = all;
        }

        RowWords words() {
            return new RowWords(words, List.copyOf(claims.values()));
        }
    }

    private static Map<String, Claim> claims(Kind kind, Row row, Batch batch) {
        Map<String, Claim> found = new LinkedHashMap<>();
        String notes = Cells.first(row.cells(), Field.NOTES);
        for (PfifNote note : notes == null ? List.<PfifNote>of() : PfifNote.parse(notes)) {
            if (note.saysDead() || SaidStatus.speaksOfDeath(note.text())) {
                String said = String.join("\n", "note", note.id(), note.status(), note.at(), note.text());
                found.put(
                        said,
                        new Claim(
                                kind,
                                row.key(),
                                said,
                                Source.NOTE,
                                who(note, batch),
                                note.id(),
                                words(note),
                                note.at(),
                                batch.at()));
            }
        }
        row.cells().forEach((column, value) -> {
            boolean said = column.field() == Field.DEATH_DATE && !speaks(row.cells())
                    || SPEAKS.contains(column.field()) && SaidStatus.speaksOfDeath(value);
            if (said && !(notes != null && OF_A_NOTE.contains(column.header()))) {
                String day = day(row.cells(), column, value);
                String key = String.join("\n", "cell", column.header(), value, day);
                found.put(
                        key,
                        new Claim(
                                kind,
                                row.key(),
                                key,
                                Source.REGISTER,
                                batch.file(),
                                column.header(),
                                value,
                                day,
                                batch.at()));
            }
        });
        return found;
    }

    /** Whether another cell says it: the day alone is then no claim of its own. */
    private static boolean speaks(Map<Column, String> cells) {
        return cells.entrySet().stream()
                .anyMatch(e -> SPEAKS.contains(e.getKey().field()) && SaidStatus.speaksOfDeath(e.getValue()));
    }

    private static String day(Map<Column, String> cells, Column column, String value) {
        if (column.field() == Field.DEATH_DATE) {
            return value;
        }
        return Optional.ofNullable(Cells.first(cells, Field.DEATH_DATE)).orElse("");
    }

    private static List<StatusWord> words(Kind kind, Row row, Batch batch) {
        List<StatusWord> words = new ArrayList<>();
        Instant at = batch.at();
        words.add(new StatusWord(
                kind == Kind.HELD ? Status.HELD : Status.SOUGHT, Source.REGISTER, batch.file(), "", "", at));
        String notes = Cells.first(row.cells(), Field.NOTES);
        row.cells().forEach((column, value) -> {
            if ((column.field() == Field.STATUS || column.field() == Field.KIND)
                    && !(notes != null && OF_A_NOTE.contains(column.header()))) {
                SaidStatus.of(value)
                        .filter(said -> said != SaidStatus.DEAD)
                        .ifPresent(said -> words.add(
                                new StatusWord(Status.of(said), Source.REGISTER, batch.file(), value, "", at)));
            }
        });
        for (PfifNote note : notes == null ? List.<PfifNote>of() : PfifNote.parse(notes)) {
            SaidStatus.of(note.status())
                    .filter(said -> said != SaidStatus.DEAD)
                    .ifPresent(said -> words.add(new StatusWord(
                            Status.of(said), Source.NOTE, who(note, batch), words(note), note.at(), at)));
        }
        return words;
    }

    private static String who(PfifNote note, Batch batch) {
        return note.author().isEmpty() ? batch.file() : note.author();
    }

    private static String words(PfifNote note) {
        return note.text().isEmpty() ? note.status() : note.text();
    }
}
