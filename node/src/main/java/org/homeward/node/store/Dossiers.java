package org.homeward.node.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.node.store.Registers.Kind;
import org.homeward.register.Answered;
import org.homeward.register.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What people of this side wrote down of a person beside the files, and the forms that were printed for him. Only added to. */
public final class Dossiers {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A statement that a person wrote down. Sealed under the key of the one whom it is about.
     *
     * @param field what it is about
     * @param answer whether it was given, refused, or could not be given
     * @param value as it was said, in its own script; blank where it was not given
     * @param source who asserted it
     * @param evidence on what it rests
     * @param day when it was said, as entered: a day, a month, a year
     */
    public record Statement(
            Field field,
            Answered answer,
            String value,
            String source,
            String evidence,
            String day,
            String by,
            Instant at) {}

    /** A form that was printed. */
    public record Printed(String number, String form, String by, Instant at) {}

    private final JdbcClient jdbc;
    private final Work work;
    private final PrivateActs acts;
    private final PersonSeal seal;

    Dossiers(JdbcClient jdbc, Work work, PrivateActs acts, PersonSeal seal) {
        this.jdbc = jdbc;
        this.work = work;
        this.acts = acts;
        this.seal = seal;
    }

    /** Adds a statement. Durable when it returns. @return whether there is such a person */
    public boolean add(Kind kind, String row, Statement said) {
        byte[] words = JSON.writeValueAsString(List.of(
                        said.field().name(),
                        said.answer().name(),
                        said.value(),
                        said.source(),
                        said.evidence(),
                        said.day()))
                .getBytes(StandardCharsets.UTF_8);
        Optional<byte[]> sealed = seal.seal(kind, row, place(said.at()), words);
        return sealed.isPresent()
                && work.write(() -> {
                    acts.add("dossier.stated", said.by(), said.at(), kind + " " + row);
                    return jdbc.sql("insert into dossier_statement (kind, row_key, sealed, by_whom, at_time)"
                                            + " values (?, ?, ?, ?, ?)")
                                    .params(List.of(
                                            kind.name(),
                                            row,
                                            sealed.get(),
                                            said.by(),
                                            said.at().toString()))
                                    .update()
                            == 1;
                });
    }

    /** The statements on a person, the oldest first. */
    public List<Statement> statements(Kind kind, String row) {
        return jdbc.sql(
                        "select sealed, by_whom, at_time from dossier_statement where kind = ? and row_key = ? order by id")
                .params(List.of(kind.name(), row))
                .query((rs, n) -> {
                    Instant at = Instant.parse(rs.getString(3));
                    String words = seal.openText(kind, row, place(at), rs.getBytes(1));
                    String[] said = words.isEmpty()
                            ? new String[] {Field.OTHER.name(), Answered.NOT_RECORDED.name(), "", "", "", ""}
                            : JSON.readValue(words, String[].class);
                    return new Statement(
                            Field.valueOf(said[0]),
                            Answered.valueOf(said[1]),
                            said[2],
                            said[3],
                            said[4],
                            said[5],
                            rs.getString(2),
                            at);
                })
                .list();
    }

    private static String place(Instant at) {
        return "statement\n" + at;
    }

    /** Notes that a form was printed. Durable when it returns. */
    public void printed(Kind kind, String row, Printed form) {
        work.write(() -> {
            acts.add("form.printed", form.by(), form.at(), kind + " " + row + " " + form.form() + " " + form.number());
            return jdbc.sql("insert into printed_form (number, kind, row_key, form, by_whom, at_time)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(List.of(
                            form.number(),
                            kind.name(),
                            row,
                            form.form(),
                            form.by(),
                            form.at().toString()))
                    .update();
        });
    }

    /** The forms that were printed for a person, the oldest first. */
    public List<Printed> printed(Kind kind, String row) {
        return jdbc.sql("select number, form, by_whom, at_time from printed_form where kind = ? and row_key = ?"
                        + " order by at_time, number")
                .params(List.of(kind.name(), row))
                .query((rs, n) ->
                        new Printed(rs.getString(1), rs.getString(2), rs.getString(3), Instant.parse(rs.getString(4))))
                .list();
    }
}
