package org.homeward.node.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.node.store.Registers.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Pictures of a person and of papers about him, sealed under his key with all that is said of them. */
public final class Papers {
    /** Pictures of one person that are kept. */
    public static final int MOST = 30;

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What is said of a picture.
     *
     * @param id by chance
     * @param media {@code image/jpeg} or {@code image/png}
     * @param size bytes
     * @param title what it shows
     * @param source who gave it
     */
    public record Paper(
            String id,
            String media,
            int width,
            int height,
            int size,
            String title,
            String source,
            String by,
            Instant at) {}

    private final JdbcClient jdbc;
    private final Work work;
    private final PrivateActs acts;
    private final PersonSeal seal;

    Papers(JdbcClient jdbc, Work work, PrivateActs acts, PersonSeal seal) {
        this.jdbc = jdbc;
        this.work = work;
        this.acts = acts;
        this.seal = seal;
    }

    /** Keeps a picture. @return whether there is such a person, with room for one more */
    public boolean add(Kind kind, String row, Paper paper, byte[] picture) {
        byte[] words =
                JSON.writeValueAsString(List.of(paper.title(), paper.source())).getBytes(StandardCharsets.UTF_8);
        Optional<byte[]> sealed = seal.seal(kind, row, "paper\n" + paper.id(), picture);
        Optional<byte[]> said = seal.seal(kind, row, "paper-words\n" + paper.id(), words);
        return sealed.isPresent()
                && said.isPresent()
                && work.write(() -> {
                    if (count(kind, row) >= MOST) {
                        return false;
                    }
                    acts.add("paper.added", paper.by(), paper.at(), kind + " " + row + " " + paper.id());
                    return jdbc.sql("insert into paper (id, kind, row_key, media, wide, high, size, words, sealed,"
                                            + " by_whom, at_time) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                                    .params(List.of(
                                            paper.id(),
                                            kind.name(),
                                            row,
                                            paper.media(),
                                            paper.width(),
                                            paper.height(),
                                            paper.size(),
                                            said.get(),
                                            sealed.get(),
                                            paper.by(),
                                            paper.at().toString()))
                                    .update()
                            == 1;
                });
    }

    private int count(Kind kind, String row) {
        return jdbc.sql("select count(*) from paper where kind = ? and row_key = ?")
                .params(List.of(kind.name(), row))
                .query(Integer.class)
                .single();
    }

    /** The pictures of a person, the oldest first. */
    public List<Paper> of(Kind kind, String row) {
        return jdbc.sql(
                        "select id, media, wide, high, size, words, by_whom, at_time from paper where kind = ? and row_key = ?"
                                + " order by at_time, id")
                .params(List.of(kind.name(), row))
                .query((rs, n) -> {
                    String words = seal.openText(kind, row, "paper-words\n" + rs.getString(1), rs.getBytes(6));
                    String[] said = words.isEmpty() ? new String[] {"", ""} : JSON.readValue(words, String[].class);
                    return new Paper(
                            rs.getString(1),
                            rs.getString(2),
                            rs.getInt(3),
                            rs.getInt(4),
                            rs.getInt(5),
                            said[0],
                            said[1],
                            rs.getString(7),
                            Instant.parse(rs.getString(8)));
                })
                .list();
    }

    /** The picture itself. */
    public Optional<byte[]> picture(Kind kind, String row, String id) {
        return jdbc.sql("select sealed from paper where kind = ? and row_key = ? and id = ?")
                .params(List.of(kind.name(), row, id))
                .query((rs, n) -> rs.getBytes(1))
                .optional()
                .flatMap(bytes -> seal.open(kind, row, "paper\n" + id, bytes));
    }

    /** Deletes a picture. @return whether it was there */
    public boolean remove(Kind kind, String row, String id, String by, Instant at) {
        return work.write(() -> {
            boolean there = jdbc.sql("delete from paper where kind = ? and row_key = ? and id = ?")
                            .params(List.of(kind.name(), row, id))
                            .update()
                    == 1;
            if (there) {
                acts.add("paper.removed", by, at, kind + " " + row + " " + id);
            }
            return there;
        });
    }
}
