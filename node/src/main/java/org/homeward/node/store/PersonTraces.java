package org.homeward.node.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the store holds of a person beside his rows: words on claims of his death, papers, statements, forms that were printed for him, and
 * what was said of him and another row. It goes with his last row.
 */
final class PersonTraces {
    private static final List<String> TABLES = List.of("claim_word", "paper", "dossier_statement", "printed_form");
    private static final String NO_SEALED_ROW = " not exists (select 1 from register_row r where r.kind = t.kind"
            + " and r.row_key = t.%s and r.cells_json not like '[%%')";

    private final JdbcClient jdbc;

    PersonTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inside a transaction: deletes what is about nobody any more. @return how many records */
    int forgetErased() {
        int gone = 0;
        for (String table : TABLES) {
            gone += jdbc.sql("delete from " + table + " as t where" + NO_SEALED_ROW.formatted("row_key"))
                    .update();
        }
        return gone
                + jdbc.sql("delete from twin_word as t where" + NO_SEALED_ROW.formatted("one") + " or"
                                + NO_SEALED_ROW.formatted("other"))
                        .update();
    }
}
