package org.homeward.node.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.homeward.node.store.Registers.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people of this side said of two rows of one register that may be one person, in the order in which they said it. Only added to: a
 * join is two people's word, and no row is ever changed by it.
 */
public final class Twins {
    /** What somebody says of two rows. */
    public enum Said {
        SAME,
        DIFFERENT,
        /** It cannot be told from what is there. */
        NEED_MORE,
        /** I take back what I said. */
        TAKE_BACK
    }

    /**
     * Two rows, in the order of their keys.
     *
     * @param one the key that sorts first
     */
    public record Pair(String one, String other) implements Comparable<Pair> {
        public Pair {
            if (one.compareTo(other) >= 0) {
                throw new IllegalArgumentException("a pair is two rows, the lesser key first");
            }
        }

        /** The pair of two different keys, whichever comes first. */
        public static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }

        @Override
        public int compareTo(Pair o) {
            int first = one.compareTo(o.one);
            return first != 0 ? first : other.compareTo(o.other);
        }
    }

    /** One thing said. */
    public record Entry(Kind kind, Pair pair, Said said, String by, Instant at) {}

    private final JdbcClient jdbc;
    private final Work work;
    private final PrivateActs acts;

    Twins(JdbcClient jdbc, Work work, PrivateActs acts) {
        this.jdbc = jdbc;
        this.work = work;
        this.acts = acts;
    }

    /** Adds what somebody said. Durable when it returns. */
    public void add(Entry entry) {
        work.write(() -> {
            acts.add(
                    "twin." + entry.said().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    entry.by(),
                    entry.at(),
                    entry.kind() + " " + entry.pair().one() + " " + entry.pair().other());
            return jdbc.sql(
                            "insert into twin_word (kind, one, other, said, by_whom, at_time) values (?, ?, ?, ?, ?, ?)")
                    .params(List.of(
                            entry.kind().name(),
                            entry.pair().one(),
                            entry.pair().other(),
                            entry.said().name(),
                            entry.by(),
                            entry.at().toString()))
                    .update();
        });
    }

    /** All that was said of pairs of a register, the oldest first. */
    public List<Entry> of(Kind kind) {
        return jdbc.sql("select one, other, said, by_whom, at_time from twin_word where kind = ? order by id")
                .param(kind.name())
                .query((rs, n) -> new Entry(
                        kind,
                        new Pair(rs.getString(1), rs.getString(2)),
                        Said.valueOf(rs.getString(3)),
                        rs.getString(4),
                        Instant.parse(rs.getString(5))))
                .list();
    }
}
