package org.homeward.cli.trace;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.homeward.tracing.Link;
import org.homeward.tracing.RuledOut;
import org.homeward.tracing.TraceIndex;
import org.homeward.tracing.TraceOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Traces single persons in a register, without a full run. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Traces one new or changed dossier, or a few, in a register at once. Writes CSV to standard output, the likeliest row first, with the"
                    + " columns person_id, register_id, probability, match_key and evidence (as in links.csv); no line where nobody is likely.",
            "--own names the register that the dossiers come from: the frequencies and the model are then those of a full run. Without it they are"
                    + " those of the register and of what is generally believed. A dossier edited since may stand in both; the one of --person counts.",
            "Pairs of a --ruled-out file are never given. It has the columns held_id and sought_id; --person-is says which of the two the person is.",
            "Exit code: 0 done, 2 a file cannot be used or memory does not suffice (the sentence says why)."
        },
        footer = {
            "",
            "Example:",
            "  homeward trace query --register held.csv --name \"Hryhorii Shcherban\" --born 1985-11-12",
            "  homeward trace query --register held.csv --person changed.csv --own sought.csv --person-is sought"
        })
final class TraceQuery implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--register", required = true, paramLabel = "FILE", description = "register to search")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path register;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Asked asked;

    /** A file or a name. */
    static final class Asked {
        @Option(names = "--person", paramLabel = "FILE", description = "table with a row for each person to trace")
        @Nullable
        Path person;

        @Option(names = "--name", paramLabel = "NAME", description = "the person's whole name, in any order and script")
        @Nullable
        String name;
    }

    @Option(names = "--born", paramLabel = "DATE", description = "with --name: date of birth, whole or in part")
    private @Nullable String born;

    @Option(names = "--birth-place", paramLabel = "PLACE", description = "with --name: place of birth")
    private @Nullable String birthPlace;

    @Option(names = "--own", paramLabel = "FILE", description = "whole register that the dossiers come from")
    private @Nullable Path own;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private TraceShared shared;

    /** The person's side of a pair. */
    enum Side {
        held,
        sought
    }

    @Option(
            names = "--person-is",
            defaultValue = "sought",
            paramLabel = "held|sought",
            description = "the person's side in a ruled-out file (default: sought)")
    @SuppressWarnings("NullAway.Init") // picocli sets the default.
    private Side side;

    @Option(
            names = "--most",
            defaultValue = "10",
            paramLabel = "N",
            description = "most rows for a person (default: 10)")
    private int most;

    @Override
    public Integer call() throws IOException {
        if (most < 1) {
            return bad("--most must be 1 or more.");
        }
        if (asked.person != null && (born != null || birthPlace != null)) {
            return bad("--born and --birth-place go with --name; a file of --person has columns for them.");
        }
        try {
            return query();
        } catch (TraceShared.Unusable e) {
            return bad(e.sentence());
        }
    }

    private int query() throws IOException, TraceShared.Unusable {
        List<RegisterTable> tables = new ArrayList<>();
        for (Path file : files()) {
            tables.add(shared.read(file).table());
        }
        RegisterTable persons = asked.name != null ? named(asked.name) : tables.get(1);
        RegisterTable training = own == null ? persons : tables.getLast();
        String tooLarge =
                TraceInputs.tooLarge(training.size(), tables.getFirst().size());
        if (tooLarge != null) {
            return bad(tooLarge);
        }
        Set<RuledOut> pairs = shared.pairs();
        TraceOptions options = TraceOptions.standard().withRuledOut(side == Side.held ? pairs : turned(pairs));
        TraceIndex index = TraceIndex.of(training, tables.getFirst(), options);
        if (index == null) {
            return bad("The register and the dossiers have no column in common that can be compared.");
        }
        write(index, persons, tables.getFirst());
        return 0;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        files.add(register);
        if (asked.person != null) {
            files.add(asked.person);
        }
        if (own != null) {
            files.add(own);
        }
        return files;
    }

    private RegisterTable named(String name) {
        List<Column> columns = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        add(columns, cells, Field.FULL_NAME, name);
        add(columns, cells, Field.BIRTH_DATE, born);
        add(columns, cells, Field.BIRTH_PLACE, birthPlace);
        return new RegisterTable(columns, List.of("query"), List.<String[]>of(cells.toArray(String[]::new)));
    }

    private static void add(List<Column> columns, List<String> cells, Field field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            columns.add(new Column(field.name(), field));
            cells.add(value.strip());
        }
    }

    private static Set<RuledOut> turned(Set<RuledOut> pairs) {
        Set<RuledOut> turned = new HashSet<>();
        pairs.forEach(pair -> turned.add(new RuledOut(pair.soughtId(), pair.heldId())));
        return turned;
    }

    private void write(TraceIndex index, RegisterTable persons, RegisterTable searched) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!shared.json) {
            LinkFiles.line(out, "person_id", "register_id", "probability", "match_key", "evidence");
        }
        for (int row = 0; row < persons.size(); row++) {
            for (Link link : index.trace(persons, row, most)) {
                if (shared.json) {
                    out.println(new String(
                            CanonicalJson.bytes(Map.of(
                                    "person", persons.id(row),
                                    "register", searched.id(link.soughtRow()),
                                    "probabilityMillionths", Math.round(link.probability() * 1_000_000),
                                    "matchKey", link.matchKey(),
                                    "evidence", LinkFiles.evidence(link))),
                            StandardCharsets.UTF_8));
                } else {
                    LinkFiles.line(
                            out,
                            persons.id(row),
                            searched.id(link.soughtRow()),
                            String.format(Locale.ROOT, "%.6f", link.probability()),
                            link.matchKey(),
                            LinkFiles.evidence(link));
                }
            }
        }
        out.flush();
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
