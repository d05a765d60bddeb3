package org.homeward.cli.names;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.names.NameSearch;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.register.Field;
import org.homeward.register.ReadOutcome;
import org.homeward.register.RegisterReader;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds the nearest names of a register. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the names of a register that are nearest to a name, in whatever script either is, and writes for each, separated by"
                    + " tabs: its rank, the probability, its id or line number, and the name as written there.",
            "A register is a table whose headers name its columns (surname, given name, patronymic, or one full name), or a plain"
                    + " list of one name a line.",
            "With --queries each line of a file is a query, and each line written begins with the query.",
            "Exit code: 0 done, 2 a file cannot be used (nothing is written)."
        },
        footer = {"", "Example:", "  homeward names search --register held.csv --query \"Hryhorii Shcherban\" --k 5"})
final class NamesSearch implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--register", required = true, paramLabel = "FILE", description = "table or list of names")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path register;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Asked asked;

    /** One query or many. */
    static final class Asked {
        @Option(names = "--query", paramLabel = "NAME", description = "the name to look for")
        @Nullable
        String query;

        @Option(names = "--queries", paramLabel = "FILE", description = "a name to look for on each line")
        @Nullable
        Path queries;
    }

    @Option(names = "--k", defaultValue = "10", paramLabel = "N", description = "how many names to give (default: 10)")
    private int k;

    @Option(names = "--json", description = "one JSON object for each name found; the probability in millionths")
    private boolean json;

    /** A register's names with the ids its file gives them. */
    private record Register(List<String> ids, List<String> names) {}

    @Override
    public Integer call() {
        if (k < 1 || k > 1000) {
            return bad("--k must be from 1 to 1000.");
        }
        Lines.Outcome outcome = Lines.read(register);
        if (outcome instanceof Lines.Outcome.Refused refused) {
            return bad(refused.sentence());
        }
        List<String> queries = List.of(Objects.requireNonNullElse(asked.query, ""));
        if (asked.queries != null) {
            Lines.Outcome lines = Lines.read(asked.queries);
            if (lines instanceof Lines.Outcome.Refused refused) {
                return bad(refused.sentence());
            }
            queries = ((Lines.Outcome.Read) lines).lines();
        } else if (queries.getFirst().isBlank()) {
            return bad("The query is empty: write the name to look for after --query.");
        }
        Register read = table(((Lines.Outcome.Read) outcome).lines());
        NameSearch search = new NameSearch(read.names());
        PrintWriter out = spec.commandLine().getOut();
        for (String query : queries) {
            int rank = 0;
            for (NameSearch.Found found : search.best(query, k)) {
                rank++;
                String id = read.ids().get(found.row());
                if (json) {
                    out.println(new String(
                            CanonicalJson.bytes(Map.of(
                                    "query",
                                    query,
                                    "rank",
                                    rank,
                                    "probabilityMillionths",
                                    Math.round(found.probability() * 1e6),
                                    "id",
                                    id,
                                    "name",
                                    found.name())),
                            StandardCharsets.UTF_8));
                } else {
                    out.printf(
                            Locale.ROOT,
                            "%s%d\t%.6f\t%s\t%s%n",
                            asked.queries == null ? "" : query + "\t",
                            rank,
                            found.probability(),
                            id,
                            found.name());
                }
            }
        }
        out.flush();
        return 0;
    }

    /** The file as a table where its headers name a name's columns, else as a list. */
    private Register table(List<String> lines) {
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean separated =
                lines.getFirst().matches(".*[,;\t|].*") || lines.getFirst().matches("(?i)\\W*[a-z_]*name\\W*");
        if (separated && RegisterReader.read(register, Map.of()) instanceof ReadOutcome.Read read) {
            RegisterTable table = read.table();
            int whole = table.column(Field.FULL_NAME);
            int surname = table.column(Field.SURNAME);
            int given = table.column(Field.GIVEN_NAME);
            int patronymic = table.column(Field.PATRONYMIC);
            if (whole >= 0 || surname >= 0) {
                for (int row = 0; row < table.size(); row++) {
                    ids.add(table.id(row));
                    names.add(surname < 0 ? cell(table, row, whole) : parts(table, row, surname, given, patronymic));
                }
                return new Register(ids, names);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                ids.add(Integer.toString(i + 1));
                names.add(lines.get(i).strip());
            }
        }
        return new Register(ids, names);
    }

    private static String cell(RegisterTable table, int row, int column) {
        return column < 0 ? "" : Objects.requireNonNullElse(table.value(row, column), "");
    }

    /** The comma says which part is the surname. */
    private static String parts(RegisterTable table, int row, int surname, int given, int patronymic) {
        String rest = Stream.of(cell(table, row, given), cell(table, row, patronymic))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return rest.isEmpty() ? cell(table, row, surname) : cell(table, row, surname) + ", " + rest;
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
