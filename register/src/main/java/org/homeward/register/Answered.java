package org.homeward.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states of an answer to what may be asked of a prisoner (Third Geneva Convention, Art. 17): surname, first names, rank, date of birth,
 * and number. He may refuse it, and he may be unable to give it; neither is the same as not having been asked, and neither is a name.
 */
public enum Answered {
    GIVEN,
    REFUSED,
    UNABLE,
    /** Nothing is recorded: perhaps nobody asked. */
    NOT_RECORDED;

    /** What Art. 17 lets be asked for. */
    public static final List<Field> ASKED =
            List.of(Field.SURNAME, Field.GIVEN_NAME, Field.RANK, Field.BIRTH_DATE, Field.SERVICE_NUMBER);

    private static final Set<String> REFUSALS = Set.of(
            "refused",
            "refuses",
            "refused to state",
            "declined",
            "відмова",
            "відмовився",
            "відмовилась",
            "відмовилася",
            "отказ",
            "отказался",
            "отказалась",
            "رفض",
            "رفضت",
            "رفض الإجابة");
    private static final Set<String> INABILITIES = Set.of(
            "unable",
            "unable to state",
            "cannot state",
            "unconscious",
            "не може",
            "не може назвати",
            "не в змозі",
            "непритомний",
            "не может",
            "не может назвать",
            "не в состоянии",
            "без сознания",
            "غير قادر",
            "لا يستطيع",
            "فاقد الوعي");

    /** What a cell of one of those fields says. */
    public static Answered of(@Nullable String cell) {
        if (cell == null || cell.isBlank()) {
            return NOT_RECORDED;
        }
        String plain = cell.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return REFUSALS.contains(plain) ? REFUSED : INABILITIES.contains(plain) ? UNABLE : GIVEN;
    }

    /** The same table without those words, so that no engine takes a refusal for a name. The table itself where it has none. */
    public static RegisterTable withoutUnanswered(RegisterTable table) {
        List<Integer> asked = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            if (ASKED.contains(table.columns().get(column).field())) {
                asked.add(column);
            }
        }
        List<String> ids = new ArrayList<>(table.size());
        List<@Nullable String[]> rows = new ArrayList<>(table.size());
        boolean changed = false;
        for (int row = 0; row < table.size(); row++) {
            @Nullable String[] cells = new @Nullable String[table.columns().size()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = table.value(row, column);
            }
            for (int column : asked) {
                if (cells[column] != null && of(cells[column]) != GIVEN) {
                    cells[column] = null;
                    changed = true;
                }
            }
            ids.add(table.id(row));
            rows.add(cells);
        }
        return changed ? new RegisterTable(table.columns(), ids, rows) : table;
    }
}
