package org.homeward.node.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What SQLite and PostgreSQL do not say in the same words. */
enum Dialect {
    /** One file, one writer: a transaction that began is alone, and reads what no other can change meanwhile. */
    SQLITE("sqlite"),
    /** A server with many writers: who must be alone says so, and a reader asks for one picture. */
    POSTGRESQL("postgresql");

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** Where its migrations are on the class path. */
    String migrations() {
        return "classpath:db/" + folder;
    }

    /** Inside a transaction: no other batch is taken in until it ends. */
    void aloneWithBatches(JdbcClient jdbc) {
        if (this == POSTGRESQL) {
            jdbc.sql("lock table batch in share row exclusive mode").update();
        }
    }

    /** Inside a transaction: no other act of this node is numbered until it ends, so that numbers come in the order of commits. */
    void aloneWithActs(JdbcClient jdbc) {
        if (this == POSTGRESQL) {
            jdbc.sql("lock table private_act in exclusive mode").update();
        }
    }

    /** Outside a transaction: what was overwritten or deleted is on no page of the store any more. */
    void forgetFreePages(JdbcClient jdbc) {
        if (this == POSTGRESQL) {
            jdbc.sql("vacuum full register_row").update();
        } else {
            jdbc.sql("vacuum").update();
            jdbc.sql("pragma wal_checkpoint(truncate)").query().listOfRows();
        }
    }

    /** Makes all reads of a transaction see the same state of the store. */
    TransactionTemplate onePicture(TransactionTemplate reading) {
        if (this == POSTGRESQL) {
            reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        }
        return reading;
    }
}
