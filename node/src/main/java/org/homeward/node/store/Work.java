package org.homeward.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.homeward.node.store.StoreRefusal.Code;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Work on the store, each piece whole or not at all; a failing disk or server is said in a sentence. */
final class Work {
    private final String store;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Work(String store, Dialect dialect, DataSourceTransactionManager transactions) {
        this.store = store;
        this.writing = new TransactionTemplate(transactions);
        this.reading = dialect.onePicture(new TransactionTemplate(transactions));
    }

    /** Changes the store; when it throws, nothing of the change is there. */
    <T> T write(Supplier<T> change) {
        return in(writing, change);
    }

    /** Reads one picture of the store, whatever others change meanwhile. */
    <T> T read(Supplier<T> question) {
        return in(reading, question);
    }

    private <T> T in(TransactionTemplate transaction, Supplier<T> work) {
        try {
            // The supplier is never null-valued, so neither is what the template gives back.
            return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
        } catch (DataAccessException | TransactionException e) {
            StoreRefusal refusal = StoreRefusal.of(store, e);
            if (refusal.code() == Code.UNKNOWN) {
                throw e;
            }
            throw new UncheckedIOException(new IOException(refusal.getMessage(), e));
        }
    }
}
