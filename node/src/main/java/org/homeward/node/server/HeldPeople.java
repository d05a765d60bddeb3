package org.homeward.node.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.homeward.node.desk.PersonFacts;
import org.homeward.node.dossier.JoinedRows;
import org.homeward.node.duty.HeldFacts;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Twins;
import org.homeward.protocol.exchange.Kind;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/** The register of those held as the duty clocks see it, one row a person, read once for each state of the register. */
final class HeldPeople implements Supplier<List<HeldFacts>> {
    private record Known(long changes, int joins, List<HeldFacts> people) {}

    private final Registers registers;
    private final Twins twins;
    private @Nullable Known known;

    HeldPeople(Registers registers, Twins twins) {
        this.registers = registers;
        this.twins = twins;
    }

    @Override
    public synchronized List<HeldFacts> get() {
        long changes = registers.changes();
        int joins = twins.of(Registers.Kind.HELD).size();
        Known now = known;
        if (now == null || now.changes() != changes || now.joins() != joins) {
            JoinedRows joined = JoinedRows.of(twins, Registers.Kind.HELD);
            now = new Known(changes, joins, read(joined.one(registers.table(Registers.Kind.HELD))));
            known = now;
        }
        return now.people();
    }

    private static List<HeldFacts> read(RegisterTable table) {
        List<HeldFacts> people = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            String name = PersonFacts.name(table, row);
            String place = PersonFacts.value(table, row, Field.PLACE);
            if (name.isEmpty()) {
                // He was wiped: nothing is owed for a row without a person.
                continue;
            }
            people.add(new HeldFacts(
                    table.id(row),
                    name,
                    place == null ? "" : place,
                    PersonFacts.kind(PersonFacts.value(table, row, Field.KIND)) == Kind.CIVILIAN,
                    PersonFacts.serious(PersonFacts.value(table, row, Field.MEDICAL)) != null,
                    PersonFacts.firstDay(PersonFacts.value(table, row, Field.CAPTURE_DATE))));
        }
        return List.copyOf(people);
    }
}
