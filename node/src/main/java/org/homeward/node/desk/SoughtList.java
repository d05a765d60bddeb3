package org.homeward.node.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/** The list of those a side seeks: its register as lines, and lines as a register that can be traced. */
final class SoughtList {
    private static final List<Field> PARTS = List.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC);

    private SoughtList() {}

    /**
     * @param lines in the register's order; a line's id is its party and its place
     * @param rowIds the register's own key of each line, which stays at home
     */
    record Sealed(String salt, List<SoughtLine> lines, List<String> rowIds) {}

    /** The register as lines, each as far as the terms let it be shown. */
    static List<SoughtLine> lines(String party, RegisterTable register, Ladder ladder) {
        List<SoughtLine> lines = new ArrayList<>(register.size());
        for (int row = 0; row < register.size(); row++) {
            lines.add(ladder.cut(new SoughtLine(
                    String.format(Locale.ROOT, "%s-%06d", party, row + 1),
                    PersonFacts.name(register, row),
                    PersonFacts.value(register, row, Field.SURNAME),
                    PersonFacts.value(register, row, Field.GIVEN_NAME),
                    PersonFacts.value(register, row, Field.PATRONYMIC),
                    PersonFacts.value(register, row, Field.BIRTH_DATE),
                    PersonFacts.value(register, row, Field.BIRTH_PLACE),
                    PersonFacts.value(register, row, Field.RANK),
                    PersonFacts.value(register, row, Field.SERVICE_NUMBER),
                    PersonFacts.value(register, row, Field.UNIT),
                    PersonFacts.value(register, row, Field.KIND))));
        }
        return lines;
    }

    static List<String> rowIds(RegisterTable register) {
        List<String> ids = new ArrayList<>(register.size());
        for (int row = 0; row < register.size(); row++) {
            ids.add(register.id(row));
        }
        return ids;
    }

    /** The lines as a register. The whole name is a column only where no line has its parts. */
    static RegisterTable table(List<SoughtLine> lines) {
        boolean parts = lines.stream().anyMatch(line -> line.surname() != null);
        List<Column> columns = new ArrayList<>();
        (parts ? PARTS : List.of(Field.FULL_NAME)).forEach(f -> columns.add(new Column(f.name(), f)));
        List.of(Field.BIRTH_DATE, Field.BIRTH_PLACE, Field.RANK, Field.SERVICE_NUMBER, Field.UNIT)
                .forEach(f -> columns.add(new Column(f.name(), f)));
        List<String> ids = new ArrayList<>();
        List<@Nullable String[]> rows = new ArrayList<>();
        for (SoughtLine line : lines) {
            ids.add(line.line());
            List<@Nullable String> cells = new ArrayList<>();
            if (parts) {
                cells.add(line.surname());
                cells.add(line.givenName());
                cells.add(line.patronymic());
            } else {
                cells.add(line.name());
            }
            cells.add(line.birthDate());
            cells.add(line.birthPlace());
            cells.add(line.rank());
            cells.add(line.serviceNumber());
            cells.add(line.unit());
            rows.add(cells.toArray(new @Nullable String[0]));
        }
        return new RegisterTable(columns, ids, rows);
    }
}
