package org.homeward.node.talks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.balance.BalanceSource;
import org.homeward.node.desk.Candidates;
import org.homeward.node.web.NotHere;
import org.homeward.node.web.Page;
import org.homeward.node.web.PageFrame;
import org.homeward.node.web.view.CaseQueries;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.protocol.json.MalformedJsonException;
import org.homeward.talks.TalksState;
import org.homeward.talks.TextClause;
import org.homeward.talks.front.Clauses;
import org.homeward.talks.front.Domain;
import org.homeward.talks.front.Front;
import org.homeward.talks.front.FrontReport;
import org.homeward.talks.front.PreferenceFiles;
import org.homeward.talks.front.Profile;
import org.homeward.talks.front.ProfileFile;
import org.homeward.talks.front.Read;
import org.homeward.talks.onetext.Answer;
import org.homeward.talks.onetext.OneText;
import org.homeward.talks.onetext.OneTextFile;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where the interests of both sides meet, for the mediator alone: who comes home under each wording of a clause, the next question
 * worth asking, the front and the nearest text that hurts neither side. Nothing that a side disclosed is kept.
 */
@Controller
public final class AlignmentController {
    /** A file of one text is shorter; so is what anybody types. */
    private static final int LONGEST_TEXT = 1 << 20;

    private final PageFrame frame;
    private final TalksDesk desk;
    private final CaseQueries cases;
    private final BalanceSource source;
    private final NodeFace node;

    public AlignmentController(
            PageFrame frame, TalksDesk desk, CaseQueries cases, BalanceSource source, NodeFace node) {
        this.frame = frame;
        this.desk = desk;
        this.cases = cases;
        this.source = source;
        this.node = node;
    }

    /**
     * What a page shows besides its forms; each is there when it was asked for.
     *
     * @param question what to put to both sides next; null when nothing is left worth asking
     */
    private record Shown(
            @Nullable FrontReport report,
            @Nullable OneTextFile one,
            OneText.@Nullable Question question,
            List<Consequences> consequences) {
        static final Shown NOTHING = new Shown(null, null, null, List.of());
    }

    @GetMapping("/talks/{id}/alignment")
    String alignment(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String clause,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        mediator(reader);
        Shown shown = Shown.NOTHING;
        if (clause != null && caseId != null) {
            TextClause found = worded(id).stream()
                    .filter(c -> c.id().equals(clause))
                    .findFirst()
                    .orElseThrow(NotHere::new);
            BalanceSource.OneCase one = source.find(caseId).orElseThrow(NotHere::new);
            shown = new Shown(null, null, null, Consequences.of(found, Candidates.of(one.state())));
        }
        model.addAttribute("clause", clause);
        model.addAttribute("caseId", caseId);
        return page(id, frame.of(request), shown, new Given(Map.of()), model);
    }

    /** Both sides' wishes, disclosed to the mediator alone: they are looked at and not kept. */
    @PostMapping("/talks/{id}/alignment")
    String align(
            @PathVariable String id,
            @RequestParam MultipartFile domain,
            @RequestParam MultipartFile a,
            @RequestParam MultipartFile b,
            @RequestParam MultipartFile from,
            @RequestParam(required = false) @Nullable MultipartFile clauses,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model)
            throws IOException {
        mediator(reader);
        Given none = new Given(Map.of());
        try {
            FrontReport report = report(domain, a, b, from, clauses);
            return page(id, frame.of(request), new Shown(report, null, null, List.of()), none, model);
        } catch (MalformedJsonException e) {
            Page refused = EntryController.refused(frame.of(request), String.valueOf(e.getMessage()));
            return page(id, refused, Shown.NOTHING, none, model);
        }
    }

    /**
     * The next question of a one text. The page carries orders and answers to and fro, so that this node keeps nothing of them.
     *
     * @param file what was asked so far, as {@link OneTextFile#json} writes it; empty at the start, when both orders are typed
     */
    @PostMapping("/talks/{id}/question")
    String question(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String b,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Answer answerA,
            @RequestParam(required = false) @Nullable Answer answerB,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request,
            Model model) {
        mediator(reader);
        Given given = new Given(request.getParameterMap());
        Read<OneTextFile> read = file.length() + a.length() + b.length() + text.length() > LONGEST_TEXT
                ? new Read.Bad<>("this is too long for a text")
                : file.isBlank() ? OneTextFile.ofLines(a, b, text) : OneTextFile.read(file);
        return switch (read) {
            case Read.Ok<OneTextFile>(OneTextFile one) -> {
                OneTextFile now = answerA != null && answerB != null ? one.answered(answerA, answerB) : one;
                Optional<OneText.Question> next = now.text().next();
                yield page(id, frame.of(request), new Shown(null, now, next.orElse(null), List.of()), given, model);
            }
            case Read.Bad<OneTextFile>(String sentence) ->
                page(
                        id,
                        EntryController.refused(frame.of(request), "It cannot be used: " + sentence + "."),
                        Shown.NOTHING,
                        given,
                        model);
        };
    }

    private String page(String id, Page page, Shown shown, Given given, Model model) {
        TalksState state = state(id);
        model.addAttribute("page", page);
        model.addAttribute("talks", desk.find(id).orElseThrow(NotHere::new));
        model.addAttribute("say", new Say(page.text().language(), state));
        model.addAttribute("report", shown.report());
        model.addAttribute("one", shown.one());
        model.addAttribute("question", shown.question());
        model.addAttribute("consequences", shown.consequences());
        model.addAttribute("given", given);
        model.addAttribute("worded", worded(id));
        model.addAttribute("cases", peopled());
        return "talks-alignment";
    }

    /** The clauses of the text as it stands whose words, or whose brackets, are terms. */
    private List<TextClause> worded(String id) {
        return state(id).text().stream()
                .flatMap(t -> t.clauses().values().stream())
                .filter(c -> c.terms() != null || c.brackets().stream().anyMatch(b -> b.terms() != null))
                .toList();
    }

    /** The cases in which there are people who may be exchanged. */
    private List<String> peopled() {
        return cases.cases().stream()
                .map(c -> c.id())
                .filter(c -> source.find(c)
                        .filter(one -> !Candidates.of(one.state()).isEmpty())
                        .isPresent())
                .toList();
    }

    private TalksState state(String id) {
        return desk.find(id)
                .filter(t -> t.fault() == null && t.view().state().process() != null)
                .orElseThrow(NotHere::new)
                .view()
                .state();
    }

    private void mediator(Reader reader) {
        if (!node.agency()) {
            throw new NotHere();
        }
        TalksController.requireActs(reader);
    }

    private static FrontReport report(
            MultipartFile domain, MultipartFile a, MultipartFile b, MultipartFile from, @Nullable MultipartFile between)
            throws IOException, MalformedJsonException {
        ProfileFile readA = ok("A", PreferenceFiles.profile(a.getBytes()));
        ProfileFile readB = ok("B", PreferenceFiles.profile(b.getBytes()));
        Domain issues = domain.isEmpty() ? readA.domain() : ok("domain", PreferenceFiles.domain(domain.getBytes()));
        if (issues == null) {
            throw new MalformedJsonException("The first profile does not hold its domain; give the domain file too.");
        }
        Profile sideA = ok("A", readA.bind(issues));
        Profile sideB = ok("B", readB.bind(issues));
        int[] table = from.isEmpty() ? null : ok("text", PreferenceFiles.text(from.getBytes(), issues));
        Clauses clauses = between == null || between.isEmpty()
                ? Clauses.NONE
                : ok("clauses", PreferenceFiles.clauses(between.getBytes(), issues));
        if (table != null && !clauses.clauses().isEmpty()) {
            throw new MalformedJsonException(
                    "The nearest text heeds no clauses between issues; give the text on the table or the clauses.");
        }
        return switch (Front.of(sideA, sideB, clauses)) {
            case Front.Result.Found(Front front) ->
                FrontReport.of(issues, sideA, sideB, clauses.clauses().size(), front, 1, table);
            case Front.Result.NoOutcome() ->
                throw new MalformedJsonException("The clauses contradict each other: no outcome keeps them all.");
            case Front.Result.TooLarge() ->
                throw new MalformedJsonException("The front is too large; take fewer issues at a time.");
        };
    }

    private static <T> T ok(String which, Read<T> read) throws MalformedJsonException {
        return switch (read) {
            case Read.Ok<T>(T value) -> value;
            case Read.Bad<T>(String sentence) -> throw new MalformedJsonException(which + ": " + sentence);
        };
    }
}
