package org.homeward.node.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.node.store.Registers.Kind;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;

/** Takes batch after batch in, and says which are acknowledged, until it is killed. */
final class KilledIntake {
    static final int ROWS = 5_000;

    private KilledIntake() {}

    public static void main(String[] args) throws Exception {
        try (Store store = Store.embedded(Path.of(args[0]))) {
            for (int i = store.registers().batches(Kind.HELD).size(); ; i++) {
                List<String> ids = new ArrayList<>();
                List<String[]> rows = new ArrayList<>();
                for (int row = 0; row < ROWS; row++) {
                    ids.add(i + "-" + row);
                    rows.add(new String[] {"Sample " + row});
                }
                RegisterTable table = new RegisterTable(List.of(new Column("name", Field.FULL_NAME)), ids, rows);
                System.out.println("begin");
                System.out.println(store.registers()
                        .add(Kind.HELD, "a.csv", "sha" + i, table, "clerk", Instant.EPOCH)
                        .id());
            }
        }
    }
}
