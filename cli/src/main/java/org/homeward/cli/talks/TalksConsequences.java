package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.selection.LotterySeed;
import org.homeward.selection.PersonsFile;
import org.homeward.selection.SelectionOutcome;
import org.homeward.selection.Selector;
import org.homeward.selection.TermsFile;
import org.homeward.talks.Act;
import org.homeward.talks.TextClause;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who would come home under each wording of a clause. */
@Command(
        name = "consequences",
        mixinStandardHelpOptions = true,
        description =
                "Solves the selection under the clause's own terms and those of each bracket, and says how many come home to"
                        + " each side; ties fall by a seed from the input, so it is a rehearsal.",
        footer = {"", "Example:", "  homeward talks consequences abu-dhabi --clause exchange-1 --persons persons.csv"})
final class TalksConsequences extends TalksOf {
    @Option(names = "--clause", required = true, paramLabel = "ID", description = "the clause")
    @SuppressWarnings("NullAway.Init") // required
    private String clause;

    @Option(names = "--persons", required = true, paramLabel = "FILE", description = "as 'homeward select' takes them")
    @SuppressWarnings("NullAway.Init") // required
    private Path persons;

    /**
     * What a wording leads to.
     *
     * @param home per side, how many return in all
     * @param outside how many of them, on both sides, outside the balance
     * @param refused why the terms cannot be fulfilled, or null
     */
    record Consequence(
            String wording,
            Map<String, Integer> home,
            int outside,
            @Nullable String refused) {}

    @Override
    int run() throws IOException, Refused {
        TextClause found = Folder.view(folder(), signer(), null)
                .state()
                .text()
                .map(text -> text.clauses().get(clause))
                .orElse(null);
        if (found == null) {
            throw new Refused("there is no clause '" + clause + "' in the text");
        }
        String people = Folder.text(persons);
        List<Consequence> all = new ArrayList<>();
        add(all, "the clause", found.terms(), people);
        for (int i = 0; i < found.brackets().size(); i++) {
            Act.Bracket bracket = found.brackets().get(i);
            add(
                    all,
                    bracket.of() == null ? "alternative " + (i + 1) : "bracket of " + bracket.of(),
                    bracket.terms(),
                    people);
        }
        if (all.isEmpty()) {
            throw new Refused("neither clause '" + clause + "' nor a bracket of it stands for terms of an exchange");
        }
        if (json()) {
            print(JsonMapper.shared().writeValueAsString(all));
        } else {
            all.forEach(c -> print(c.wording() + ": "
                    + (c.refused() == null
                            ? c.home() + " come home, " + c.outside() + " of them outside the balance"
                            : c.refused())));
        }
        return 0;
    }

    private void add(List<Consequence> all, String wording, @Nullable JsonNode node, String people) throws Refused {
        if (node == null) {
            return;
        }
        if (!(TermsFile.read(node.toString()) instanceof TermsFile.Read.Ok terms)) {
            throw new Refused("the terms of " + wording + " cannot be used");
        }
        if (PersonsFile.read(people) instanceof PersonsFile.Read.Bad bad) {
            throw new Refused(persons + ", " + bad.sentence());
        }
        if (!(PersonsFile.read(people) instanceof PersonsFile.Read.Ok ok)) {
            throw new Refused(persons + " cannot be read");
        }
        LotterySeed seed = new LotterySeed(Selector.inputHash(terms.terms(), ok.persons()));
        all.add(
                switch (Selector.select(terms.terms(), ok.persons(), seed)) {
                    case SelectionOutcome.Proposal proposal -> {
                        Map<String, Integer> home = new TreeMap<>();
                        proposal.lists().forEach((side, ids) -> home.put(side, ids.size()));
                        yield new Consequence(wording, home, proposal.outside().size(), null);
                    }
                    case SelectionOutcome.Infeasible no ->
                        new Consequence(
                                wording, Map.of(), 0, "contradicts itself: " + String.join(", ", no.conflict()));
                    case SelectionOutcome.Refused refused -> new Consequence(wording, Map.of(), 0, refused.sentence());
                });
    }
}
