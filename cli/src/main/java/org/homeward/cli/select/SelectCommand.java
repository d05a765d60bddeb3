package org.homeward.cli.select;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.homeward.selection.Accounts;
import org.homeward.selection.Changes;
import org.homeward.selection.Clause;
import org.homeward.selection.LotterySeed;
import org.homeward.selection.PersonsFile;
import org.homeward.selection.SelectionFolder;
import org.homeward.selection.SelectionOutcome;
import org.homeward.selection.Selector;
import org.homeward.selection.Stage;
import org.homeward.selection.TermsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Proposes balanced lists from signed terms, and answers questions about a proposal. */
@Command(
        name = "select",
        mixinStandardHelpOptions = true,
        description = {
            "Proposes balanced lists from signed terms and matched persons.",
            "Exit code 0: a proposal; 1: the terms contradict each other, or a check failed; 2: bad input."
        },
        footer = {
            "",
            "Example:",
            "  homeward select --terms terms.json --persons persons.csv --reveal $A --reveal $B --reveal $M --out proposal",
            "  homeward select check proposal",
            "  homeward select why proposal A17",
            "  homeward select strike proposal A17",
            "  homeward select account proposal",
            "  homeward select example thirty-and-fifty > terms.json",
            "  homeward select schema > terms.schema.json"
        })
public final class SelectCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before any call
    private CommandSpec spec;

    @Option(names = "--terms", paramLabel = "TERMS.json", description = "The signed terms.")
    private @Nullable Path terms;

    @Option(
            names = "--persons",
            paramLabel = "PERSONS.csv",
            description = "Columns id, side, kind, medical, heldSince, rank, birth; others are attributes.")
    private @Nullable Path persons;

    @Option(names = "--out", paramLabel = "DIR", description = "A new folder for the proposal.")
    private @Nullable Path out;

    @Option(
            names = "--reveal",
            paramLabel = "HEX",
            description = "The revealed nonce of each party and the mediator, in the agreed order; three in all. "
                    + "Without them ties fall by a seed from the input alone, which is for rehearsal.")
    private List<String> reveals = new ArrayList<>();

    @Option(
            names = "--booked",
            paramLabel = "DIR",
            description =
                    "A proposal of another agreement; whoever is on its lists is not selected here. May be repeated.")
    private List<Path> booked = new ArrayList<>();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (terms == null || persons == null || out == null) {
            return bad("--terms, --persons and --out are all needed; see --help");
        }
        if (Files.exists(out)) {
            return bad("the folder " + out + " is there already; name a new one");
        }
        if (!Files.isRegularFile(terms) || !Files.isRegularFile(persons)) {
            return bad("there is no file " + (Files.isRegularFile(terms) ? persons : terms));
        }
        String termsText;
        String personsText;
        try {
            termsText = Files.readString(terms);
            personsText = Files.readString(persons);
        } catch (CharacterCodingException e) {
            return bad("the terms or the persons are not UTF-8 text");
        }
        TermsFile.Read readTerms = TermsFile.read(termsText);
        if (readTerms instanceof TermsFile.Read.Bad wrong) {
            return bad(terms + ", " + wrong.sentence());
        }
        PersonsFile.Read readPersons = PersonsFile.read(personsText);
        if (readPersons instanceof PersonsFile.Read.Bad wrong) {
            return bad(persons + ", " + wrong.sentence());
        }
        var agreed = ((TermsFile.Read.Ok) readTerms).terms();
        var people = ((PersonsFile.Read.Ok) readPersons).persons();
        Set<String> elsewhere = new TreeSet<>();
        for (Path other : booked) {
            if (!(SelectionFolder.read(other) instanceof SelectionFolder.Read.Ok ok)) {
                return unreadable(other);
            }
            ok.folder().lists().values().forEach(elsewhere::addAll);
        }
        if (!elsewhere.isEmpty()) {
            agreed = Accounts.afterBooking(agreed, people, elsewhere);
            termsText = TermsFile.write(agreed);
        }
        LotterySeed seed;
        String input = Selector.inputHash(agreed, people);
        if (!reveals.isEmpty() && reveals.size() != 3) {
            return bad("--reveal is given " + reveals.size()
                    + " times; both parties and the mediator reveal, three in all");
        }
        try {
            seed = reveals.isEmpty()
                    ? new LotterySeed(input)
                    : LotterySeed.of(
                            reveals.stream().map(HexFormat.of()::parseHex).toList(), input);
        } catch (IllegalArgumentException e) {
            return bad("--reveal takes at least 16 bytes in hexadecimal");
        }
        return switch (Selector.select(agreed, people, seed)) {
            case SelectionOutcome.Refused refused -> bad(refused.code() + ": " + refused.sentence());
            case SelectionOutcome.Infeasible no -> {
                if (json) {
                    out().println(JSON.writeValueAsString(no));
                } else {
                    out().println("These clauses contradict each other: " + String.join(", ", no.conflict()) + ".");
                    no.nearest().forEach(s -> out().println("Nearest terms: " + s + "."));
                }
                yield 1;
            }
            case SelectionOutcome.Proposal proposal -> {
                SelectionFolder.write(out, termsText, personsText, proposal);
                if (json) {
                    out().println(JSON.writeValueAsString(proposal.audit()));
                } else {
                    proposal.lists().forEach((s, ids) -> out().println("Side " + s + ": " + ids.size() + " return"));
                    out().println("Outside the balance: " + proposal.outside().size());
                    String without = proposal.audit().easierWithout();
                    out().println("Class " + proposal.audit().termsClass() + ", "
                            + (proposal.audit().proven()
                                    ? "proven best on every level"
                                    : "not proven; gaps in audit.json")
                            + (without == null
                                    ? "."
                                    : "; without clause " + without + " an exact method would take milliseconds."));
                    proposal.audit().notes().forEach(n -> out().println("Note: " + n));
                }
                yield 0;
            }
        };
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Verifies a proposal with code that shares nothing with the solvers.",
            footer = {"", "Example: homeward select check proposal"})
    int check(@Parameters(paramLabel = "DIR") Path folder) throws IOException {
        return on(folder, this::check);
    }

    private int check(SelectionFolder selection) {
        List<String> findings = selection.check();
        findings.forEach(f -> out().println(f));
        if (findings.isEmpty()) {
            out().println("Every clause is kept and nobody is passed over.");
        }
        return findings.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "why",
            mixinStandardHelpOptions = true,
            description = "Says why a person is in or out; names no one else.",
            footer = {"", "Example: homeward select why proposal A17"})
    int why(
            @Parameters(paramLabel = "DIR") Path folder,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--json", description = "Print as JSON.") boolean asJson)
            throws IOException {
        return on(folder, selection -> why(selection, id, asJson));
    }

    private int why(SelectionFolder selection, String id, boolean asJson) {
        SelectionOutcome.Reason reason = selection.why(id).orElse(null);
        if (reason == null) {
            return bad("that id is not among the persons of this selection");
        }
        String clause = reason.clause();
        out().println(
                        asJson
                                ? JSON.writeValueAsString(reason)
                                : (reason.in() ? "In. " : "Out. ")
                                        + reason.sentence()
                                        + (clause == null ? "" : " Clause: " + clause + "."));
        return 0;
    }

    @Command(
            name = "strike",
            mixinStandardHelpOptions = true,
            description = "Says who leaves and who enters when a person is struck; changes no file.",
            footer = {"", "Example: homeward select strike proposal A17"})
    int strike(
            @Parameters(paramLabel = "DIR") Path folder,
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--stage",
                            description =
                                    "How firm the list is: ${COMPLETION-CANDIDATES}; each admits less than the one before.",
                            defaultValue = "DRAFT")
                    Stage stage,
            @Option(
                            names = "--cause",
                            description = "Decides whether the stage admits the strike, and is written nowhere: "
                                    + "${COMPLETION-CANDIDATES}.",
                            defaultValue = "OTHER")
                    Stage.Cause cause,
            @Option(
                            names = "--curve",
                            description = "Also say what each further change to the list would gain, level by level.")
                    boolean curve,
            @Option(names = "--json", description = "Print as JSON.") boolean asJson)
            throws IOException {
        return on(folder, selection -> strike(selection, id, stage, cause, curve, asJson));
    }

    private int strike(
            SelectionFolder before, String id, Stage stage, Stage.Cause cause, boolean curve, boolean asJson) {
        Set<String> announced = new TreeSet<>();
        before.lists().values().forEach(announced::addAll);
        if (!announced.contains(id)) {
            return bad("that id is not on the lists of this selection");
        }
        LotterySeed seed;
        try {
            seed = new LotterySeed(before.audit().seed());
        } catch (IllegalArgumentException e) {
            return bad("the seed in audit.json is damaged");
        }
        SelectionOutcome outcome = Changes.strike(before.terms(), before.persons(), seed, announced, id, stage, cause);
        if (outcome instanceof SelectionOutcome.Refused refused) {
            out().println(refused.code() + ": " + refused.sentence());
            return 1;
        }
        if (!(outcome instanceof SelectionOutcome.Proposal after)) {
            out().println("Without that person the terms cannot be fulfilled; the parties must amend them.");
            return 1;
        }
        Set<String> entering = new TreeSet<>();
        after.lists().values().forEach(entering::addAll);
        Set<String> leaving = new TreeSet<>(announced);
        leaving.removeAll(entering);
        entering.removeAll(announced);
        List<Changes.Point> points =
                curve ? Changes.curve(before.terms(), before.persons(), seed, announced, id) : List.of();
        if (asJson) {
            out().println(JSON.writeValueAsString(new Change(leaving, entering, points)));
        } else {
            out().println("Out: " + String.join(", ", leaving));
            out().println("In: " + (entering.isEmpty() ? "nobody" : String.join(", ", entering)));
            points.forEach(p ->
                    out().println(p.othersLeaving() + " others leave: " + levels(before.audit(), p.levelValues())));
        }
        return 0;
    }

    @Command(
            name = "account",
            mixinStandardHelpOptions = true,
            description = "Prints the ACCOUNT clauses of the next round as JSON, with what this one leaves owed.",
            footer = {"", "Example: homeward select account proposal"})
    int account(@Parameters(paramLabel = "DIR") Path folder) throws IOException {
        return on(folder, selection -> {
            List<String> returned =
                    selection.lists().values().stream().flatMap(List::stream).toList();
            for (Clause clause : Accounts.next(selection.terms(), selection.persons(), returned)) {
                out().println(JSON.writerFor(Clause.class).writeValueAsString(clause));
            }
            return 0;
        });
    }

    private int on(Path folder, ToIntFunction<SelectionFolder> answer) throws IOException {
        return switch (SelectionFolder.read(folder)) {
            case SelectionFolder.Read.Bad wrong -> bad(wrong.sentence());
            case SelectionFolder.Read.Ok ok -> answer.applyAsInt(ok.folder());
        };
    }

    private static String levels(SelectionOutcome.Audit audit, List<Long> values) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            words.add(audit.levels().get(i) + " " + values.get(i));
        }
        return String.join(", ", words);
    }

    /** What a strike changes; the curve is empty where nobody asked. */
    record Change(Set<String> out, Set<String> in, List<Changes.Point> curve) {}

    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Prints the JSON schema of a terms file.",
            footer = {"", "Example: homeward select schema > terms.schema.json"})
    int schema() {
        out().print(TermsFile.schema());
        out().flush();
        return 0;
    }

    @Command(
            name = "example",
            mixinStandardHelpOptions = true,
            description = "Prints terms as parties have written them; without a name, the names there are.",
            footer = {"", "Example: homeward select example dix-hill-1862 > terms.json"})
    int example(@Parameters(paramLabel = "NAME", arity = "0..1") @Nullable String name) {
        if (name == null) {
            TermsFile.EXAMPLES.forEach(out()::println);
        } else if (TermsFile.EXAMPLES.contains(name)) {
            out().print(TermsFile.example(name));
            out().flush();
        } else {
            return bad("there is no example of that name; there are " + String.join(", ", TermsFile.EXAMPLES));
        }
        return 0;
    }

    private int unreadable(Path folder) throws IOException {
        return bad(
                SelectionFolder.read(folder) instanceof SelectionFolder.Read.Bad wrong
                        ? wrong.sentence()
                        : "the folder changed while it was read");
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
