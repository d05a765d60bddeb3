package org.homeward.node.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** The two engines on which every repository keeps the same contract. */
enum Engine {
    SQLITE {
        @Override
        Store open(Path folder) throws Exception {
            return Store.embedded(folder.resolve("homeward.db"));
        }
    },
    /** The real server, durable as in production: one for this JVM, a database for each test. */
    POSTGRESQL {
        @Override
        Store open(Path folder) throws Exception {
            return Store.postgresql(freshDatabase(), folder.resolve(Store.PERSONS));
        }
    };

    private static final AtomicInteger DATABASES = new AtomicInteger();

    abstract Store open(Path folder) throws Exception;

    static String freshDatabase() throws Exception {
        EmbeddedPostgres server = Server.get();
        String name = "homeward_" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** Started when first asked for; where it cannot run, its tests are skipped loudly, and fail in CI. */
    private static final class Server {
        private static EmbeddedPostgres server;
        private static Exception failure;

        static synchronized EmbeddedPostgres get() {
            if (server == null && failure == null) {
                try {
                    server = EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .start();
                    Runtime.getRuntime().addShutdownHook(new Thread(Server::stop));
                } catch (Exception e) {
                    failure = e;
                }
            }
            if (failure != null) {
                String sentence = "SKIPPED: PostgreSQL does not start on this machine (" + failure + ")";
                if ("true".equals(System.getenv("CI"))) {
                    throw new AssertionError(sentence, failure);
                }
                System.err.println(sentence);
                Assumptions.abort(sentence);
            }
            return server;
        }

        private static void stop() {
            try {
                server.close();
            } catch (Exception e) {
                System.err.println("The test server did not stop: " + e);
            }
        }
    }
}
