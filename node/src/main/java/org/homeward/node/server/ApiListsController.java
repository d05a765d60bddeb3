package org.homeward.node.server;

import java.util.List;
import org.homeward.node.agreed.AgreedActs;
import org.homeward.node.agreed.PersonFind;
import org.homeward.node.agreed.PersonsView;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.LineView;
import org.homeward.node.web.view.ListView;
import org.homeward.node.web.view.ProposalView;
import org.homeward.node.wishes.WishDesk;
import org.homeward.protocol.exchange.CaseState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of a case and what is said of people on them, as their pages show them: the very records that the pages are made from. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
final class ApiListsController {
    private final NodeConfig config;
    private final Cases cases;
    private final CaseQueries queries;
    private final AgreedActs agreed;
    private final WishDesk wishes;

    ApiListsController(NodeConfig config, Cases cases, CaseQueries queries, AgreedActs agreed, WishDesk wishes) {
        this.config = config;
        this.cases = cases;
        this.queries = queries;
        this.agreed = agreed;
        this.wishes = wishes;
    }

    /**
     * A page of the list of those whom a party seeks, with the answers.
     *
     * @param page from 1
     * @param reply only lines with that answer; {@code NONE} for those without one
     */
    @GetMapping("cases/{caseId}/lists/{party}")
    ListView list(
            @PathVariable String caseId,
            @PathVariable String party,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String reply) {
        return queries.list(caseId, party, page, reply)
                .orElseThrow(() -> missing("NO_LIST", "There is no such case, party or page of its list."));
    }

    /** One line, field by field, with what the engine weighed where this node compared it. */
    @GetMapping("cases/{caseId}/lists/{party}/lines/{line}")
    LineView line(@PathVariable String caseId, @PathVariable String party, @PathVariable String line) {
        return queries.line(caseId, party, line).orElseThrow(() -> missing("NO_LINE", "This node has no such line."));
    }

    /** The balanced lists on the table, person by person, with the reason for each. */
    @GetMapping("cases/{caseId}/proposal")
    ProposalView proposal(@PathVariable String caseId) {
        return queries.proposal(caseId)
                .orElseThrow(() -> missing("NO_PROPOSAL", "There are no proposed lists in this case."));
    }

    /**
     * What is said of people after the answers.
     *
     * @param q whom to look for, by words of the name or the line; nobody is shown for whom nobody looks
     */
    @GetMapping("cases/{caseId}/persons")
    PersonsView persons(@PathVariable String caseId, @RequestParam(defaultValue = "") String q) {
        return PersonsView.of(state(caseId), config.id(), agreed.untold(caseId), q);
    }

    /**
     * Whom the neutral has asked, and whom it has yet to ask; at the agency alone.
     *
     * @param q whom to look for; left out, the first who are to be asked
     */
    @GetMapping("cases/{caseId}/wishes")
    List<WishDesk.Person> wishes(@PathVariable String caseId, @RequestParam(defaultValue = "") String q) {
        if (config.agency() != null) {
            throw missing("NO_WISHES", "A side asks nobody in its hands what he wants: the neutral does.");
        }
        List<WishDesk.Person> people = wishes.people(state(caseId));
        return q.isBlank()
                ? people.stream().limit(PersonFind.MOST).toList()
                : PersonFind.find(people, q, person -> person.name() + " " + person.line());
    }

    private CaseState state(String caseId) {
        return cases.find(caseId)
                .map(room -> room.node().state())
                .filter(s -> s.participants() != null)
                .orElseThrow(ApiProblem::noCase);
    }

    private static ApiProblem missing(String code, String sentence) {
        return new ApiProblem(HttpStatus.NOT_FOUND, code, sentence);
    }
}
