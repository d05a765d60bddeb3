package org.homeward.node.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.TransactionSystemException;

/** The store cannot be used, and why, in a sentence for whoever runs the node. */
public final class StoreRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the store. */
    public enum Code {
        /** Written by a newer version of the program. */
        NEWER,
        /** Not a store, or damaged. */
        DAMAGED,
        /** The server does not answer, or does not let this node in. */
        UNREACHABLE,
        /** No room left on the disk. */
        FULL,
        /** It cannot be opened, for a reason that the cause holds. */
        UNKNOWN
    }

    // SQLite's primary result codes: https://sqlite.org/rescode.html
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_NOTADB = 26;

    private final Code code;

    StoreRefusal(Code code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    static StoreRefusal newer(String store, String migration) {
        return new StoreRefusal(
                Code.NEWER,
                "The store " + store + " was written by a newer version of Homeward: start that version, or"
                        + " restore an older backup.",
                new IllegalStateException("migration " + migration + " is not known"));
    }

    static StoreRefusal withoutKeys(String store, String folder) {
        return new StoreRefusal(
                Code.DAMAGED,
                "The store " + store + " holds rows of persons, and their keys in " + folder
                        + " are missing: put back the copy made with the backup.",
                new IllegalStateException("no keys of the persons"));
    }

    static StoreRefusal damaged(String store, Throwable cause) {
        return new StoreRefusal(
                Code.DAMAGED, "The file " + store + " is not a store, or is damaged: restore the backup.", cause);
    }

    /** Says what an error of a driver means; {@link Code#UNKNOWN} where it is none of the known troubles. */
    static StoreRefusal of(String store, Throwable e) {
        for (SQLException at : causes(e)) {
            String state = at.getSQLState() == null ? "" : at.getSQLState();
            boolean server = store.startsWith("jdbc:");
            // SQLSTATE classes of PostgreSQL: https://www.postgresql.org/docs/18/errcodes-appendix.html
            if (server ? state.equals("53100") : (at.getErrorCode() & 0xff) == SQLITE_FULL) {
                return new StoreRefusal(
                        Code.FULL,
                        "There is no room left for the store " + store + ": make room and try again. Nothing of this is"
                                + " half-done.",
                        e);
            }
            int result = at.getErrorCode() & 0xff;
            if (server ? state.startsWith("XX") : result == SQLITE_CORRUPT || result == SQLITE_NOTADB) {
                return damaged(store, e);
            }
            if (server
                    && (state.startsWith("08")
                            || state.startsWith("28")
                            || state.startsWith("57P")
                            || state.equals("3D000"))) {
                return new StoreRefusal(
                        Code.UNREACHABLE,
                        "The database " + store + " does not answer or does not let this node in: check that it runs,"
                                + " its name, and the user and password.",
                        e);
            }
        }
        return new StoreRefusal(
                Code.UNKNOWN, "The store " + store + " cannot be opened: check its folder's owner and rights.", e);
    }

    /** All SQL errors behind an error, also the one whose rollback failed because SQLite had rolled back by itself. */
    private static List<SQLException> causes(Throwable e) {
        List<SQLException> found = new ArrayList<>();
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof TransactionSystemException t && t.getApplicationException() != null) {
                found.addAll(causes(t.getApplicationException()));
            }
            if (at instanceof SQLException sql) {
                found.add(sql);
            }
        }
        return found;
    }
}
