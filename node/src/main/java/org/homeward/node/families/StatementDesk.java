package org.homeward.node.families;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.homeward.names.NameSearch;
import org.homeward.node.families.FamilyDesk.No;
import org.homeward.node.families.FamilyDesk.Outcome;
import org.homeward.node.people.Person;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Statements;
import org.homeward.node.store.Statements.Statement;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;

/**
 * What returned people say of whom they saw. A statement finds the open dossiers whose names are near; which of them it concerns, a person
 * says. It never closes a case and never makes an event: a death that somebody saw stays what somebody said.
 */
public final class StatementDesk {
    private static final int MOST = 10;
    private static final double NEAR = 0.5;
    private static final int LONGEST = 300;
    private static final Period KEPT = Period.ofYears(5);

    private final Statements statements;
    private final Registers registers;
    private final NoticeWriter writer;
    private final Clock clock;

    StatementDesk(Statements statements, Registers registers, NoticeWriter writer, Clock clock) {
        this.statements = statements;
        this.registers = registers;
        this.writer = writer;
        this.clock = clock;
    }

    /** What a debriefer writes down. */
    public record NewStatement(
            String returnee,
            String seen,
            Statements.Life life,
            String when,
            String where,
            String source,
            String certainty) {}

    /** A statement with the dossiers that it may concern. */
    public record Shown(Statement statement, List<Statements.Candidate> candidates) {}

    /** Takes a statement in, with the dossiers whose names are near. */
    public Outcome enter(Person by, NewStatement said) {
        if (!by.role().acts()) {
            return Outcome.no(No.NOT_YOURS);
        }
        if (said.returnee().isBlank()
                || said.seen().isBlank()
                || List.of(said.returnee(), said.seen(), said.when(), said.where()).stream()
                        .anyMatch(f -> f.length() > LONGEST)
                || !said.source().matches("[A-D]")
                || !said.certainty().matches("[A-D]")) {
            return Outcome.no(No.FIELD);
        }
        if (registers.row(Registers.Kind.SOUGHT, said.returnee().strip()).isEmpty()) {
            return new Outcome(Optional.of(No.NO_DOSSIER), said.returnee());
        }
        var now = clock.instant();
        statements.add(
                new Statement(
                        writer.hex(8),
                        said.returnee().strip(),
                        said.seen().strip(),
                        said.life(),
                        said.when().strip(),
                        said.where().strip(),
                        said.source(),
                        said.certainty(),
                        by.id(),
                        now,
                        now.atOffset(ZoneOffset.UTC).plus(KEPT).toInstant()),
                near(said.seen().strip(), said.returnee().strip()));
        return Outcome.done("");
    }

    /** Says whether a dossier is the one that a statement concerns. */
    public Outcome decide(Person by, String statement, String dossier, boolean confirmed) {
        if (!by.role().acts()) {
            return Outcome.no(No.NOT_YOURS);
        }
        return statements.decide(statement, dossier, confirmed, by.id(), clock.instant())
                ? Outcome.done("")
                : Outcome.no(No.GONE);
    }

    /** The newest statements, at most {@code limit}. */
    public List<Shown> newest(int limit) {
        return statements.newest(limit).stream()
                .map(s -> new Shown(s, statements.candidates(s.id())))
                .toList();
    }

    private List<String> near(String name, String returnee) {
        RegisterTable table = registers.table(Registers.Kind.SOUGHT);
        List<String> names = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            names.add(name(table, row));
        }
        return new NameSearch(names)
                .best(name, MOST).stream()
                        .filter(found -> found.probability() >= NEAR)
                        .map(found -> table.id(found.row()))
                        // Nobody saw himself.
                        .filter(dossier -> !dossier.equals(returnee))
                        .distinct()
                        .toList();
    }

    /** The comma says which part is the surname. */
    private static String name(RegisterTable table, int row) {
        String surname = cell(table, row, Field.SURNAME);
        if (surname.isEmpty()) {
            return cell(table, row, Field.FULL_NAME);
        }
        String rest = (cell(table, row, Field.GIVEN_NAME) + " " + cell(table, row, Field.PATRONYMIC)).strip();
        return rest.isEmpty() ? surname : surname + ", " + rest;
    }

    private static String cell(RegisterTable table, int row, Field field) {
        int column = table.column(field);
        return column < 0 ? "" : Objects.requireNonNullElse(table.value(row, column), "");
    }
}
